using System.Numerics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Http.Problems;
using Sending.Chain.Identity.Login;
using Sending.Chain.Work;

namespace Sending.Chain.Http.Login;

/// <summary>
/// Log-in of clients and of other Edges: <c>POST /v1/login/nonce</c>, then <c>POST /v1/login</c> with an EIP-4361 message over that nonce, for a bearer
/// token.
/// </summary>
/// <param name="source">The protocol's state.</param>
/// <param name="chainId">Its chain.</param>
/// <param name="domain">The service's own authority, which messages must be made for.</param>
/// <param name="sessions">Where tokens are kept.</param>
/// <param name="time">The machine's clock.</param>
public sealed class LoginEndpoints(IProtocolSource source, BigInteger chainId, Func<string> domain, LoginSessions sessions, TimeProvider time)
{
    /// <summary>Where nonces are given.</summary>
    public const string NoncePath = "/v1/login/nonce";

    /// <summary>Where tokens are given.</summary>
    public const string LoginPath = "/v1/login";

    private const string Scheme = "Bearer ";

    // A message is at most some thousand characters, each at most six bytes as JSON escapes it.
    private const int LargestBody = 32 << 10;
    private const int LongestToken = 128;

    private readonly LoginNonces _nonces = new(time);

    /// <summary>Gives a nonce.</summary>
    public Task GiveNonceAsync(HttpContext context)
    {
        var (nonce, end) = _nonces.Create();
        return Requests.WriteAsync(context, StatusCodes.Status200OK, new JsonObject { ["nonce"] = nonce, ["expiresAt"] = ChainTime.FormatIso(end) });
    }

    /// <summary>Lets somebody in.</summary>
    public async Task LogInAsync(HttpContext context)
    {
        var (message, signature, payerIsNamed, payer) = await Requests.ReadObjectAsync(context, LargestBody, json => (
            LoginMessage.Parse(json.Text("message")),
            json.BytesOf("signature", AccountSignature.Length),
            json.Has("payer"),
            json.Holds("payer") ? json.Did("payer") : null));
        switch (_nonces.Use(message.Nonce))
        {
            case NonceUse.Unknown:
                throw new RefusalException(new Refusal(
                    StatusCodes.Status403Forbidden, ProblemCode.UnknownNonce, "The nonce cannot be used", $"It was not given here, has ended or was used. Ask for a new one: POST {NoncePath}."));
            case NonceUse.TooMany:
                throw new RefusalException(new Refusal(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyLogins, "Too many log in", "Try again in a minute.") { RetryAfter = TimeSpan.FromMinutes(1) });
        }

        var session = Accept(message, signature, did => payerIsNamed ? payer?.Address : did.Address);
        var token = sessions.Add(session);
        await Requests.WriteAsync(context, StatusCodes.Status200OK, new JsonObject
        {
            ["token"] = token,
            ["did"] = session.Did.ToString(),
            ["account"] = session.Account,
            ["payer"] = session.Payer is null ? null : new Did(session.Payer).ToString(),
            ["expiresAt"] = ChainTime.FormatIso(session.Expires),
        });
    }

    /// <summary>Who asks, by the token in the header.</summary>
    /// <exception cref="RefusalException">401: nobody that is known.</exception>
    public LoginSession Require(HttpContext context)
    {
        var header = context.Request.Headers[HeaderNames.Authorization];
        return Require(header is [{ } text] && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..].Trim() : null);
    }

    /// <summary>Who asks, by a token.</summary>
    /// <exception cref="RefusalException">401: nobody that is known.</exception>
    public LoginSession Require(string? token)
        => token is { Length: <= LongestToken } && sessions.Find(token) is { } session
            ? session
            : throw new RefusalException(new Refusal(
                StatusCodes.Status401Unauthorized,
                ProblemCode.Unauthenticated,
                "Log in first",
                $"{(token is null ? "There is no bearer token" : "The bearer token is not known, or has ended")}. Log in: POST {NoncePath}, then POST {LoginPath}."));

    private LoginSession Accept(LoginMessage message, byte[] signature, Func<Did, string?> payerOf)
    {
        using var state = source.Open() ?? throw new SendingException(ErrorCode.StateUnusable, "The index is being made anew. Try again.");
        var login = new LoginVerifier(domain(), chainId, time).Verify(message, signature, message.Nonce, state);
        var payer = payerOf(login.Did);
        if (payer is not null && !ReceiptRight.MaySign(state, payer, login.Signer, state.Epoch))
        {
            throw new RefusalException(new Refusal(
                StatusCodes.Status403Forbidden,
                ProblemCode.NotAPayerKey,
                "This account may not pay",
                $"{login.Signer} may not sign receipts for {new Did(payer)}: it is neither that account nor a delegate of type relay. Name another payer, or null to pay for nothing."));
        }

        return new LoginSession(login.Did, login.Signer, login.Right, payer, sessions.NextEnd);
    }
}

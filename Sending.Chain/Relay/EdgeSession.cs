using System.Globalization;
using System.Text.Json.Nodes;
using Sending.Chain.Errors;
using Sending.Chain.Formats;
using Sending.Chain.Relay.Wire;
using Sending.Chain.Wire;

namespace Sending.Chain.Relay;

/// <summary>
/// A client of an Edge by single requests: logs in when it has to, counts, and signs what is due. For one task at a time; who stays connected uses
/// <see cref="RelayClient"/>.
/// </summary>
/// <param name="http">Sends; best without redirects.</param>
/// <param name="target">The Edge.</param>
/// <param name="account">Who talks to it.</param>
/// <param name="journal">What was sent, acknowledged and signed.</param>
/// <param name="time">The machine's clock.</param>
public sealed class EdgeSession(HttpClient http, EdgeTarget target, EdgeAccount account, IRelayJournal journal, TimeProvider time)
{
    // An Edge remembers an envelope for some minutes longer than it lives.
    internal static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly EdgeHttp _http = new(http, target.Url, time);
    private readonly ReceiptSigner _signer = new(target.Deployment, target.Owner, account, journal);
    private EdgeInfo? _info;
    private string? _token;

    /// <summary>What the Edge tells of itself, checked.</summary>
    public async Task<EdgeInfo> GetInfoAsync(CancellationToken cancellationToken)
    {
        if (_info is null)
        {
            var info = await _http.GetInfoAsync(cancellationToken);
            target.Check(info);
            _info = info;
        }

        return _info;
    }

    /// <summary>Sends an envelope; when this returns, the Edge has it on its disk. Receipts that are due are signed.</summary>
    /// <param name="envelope">From the account's DID.</param>
    /// <param name="home">Owner of an Edge at which the recipient is at home; null when none is known.</param>
    /// <param name="cancellationToken">Gives up; send the same envelope again to find out.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.EdgeRefused"/>, <see cref="ErrorCode.EdgeUnreachable"/>.</exception>
    public async Task<AccountStatus> SendAsync(Envelope envelope, Did? home, CancellationToken cancellationToken)
    {
        await GetInfoAsync(cancellationToken);
        var key = new EnvelopeKey(envelope.From, envelope.Id);
        await journal.CountAsync(_signer.Line, false, key, envelope.Units, time.GetUtcNow().AddSeconds(envelope.Ttl) + Remembered, cancellationToken);
        var path = "v1/envelopes" + (home is null ? "" : $"?home={home}");
        try
        {
            try
            {
                return await AskAsync(HttpMethod.Post, path, EdgeHttp.Bytes(envelope), json => RelayJson.ReadAccount(json.Object("account")), cancellationToken);
            }
            catch (SendingException error) when (error.Is("payment-required"))
            {
                await PayAsync(cancellationToken);
                return await AskAsync(HttpMethod.Post, path, EdgeHttp.Bytes(envelope), json => RelayJson.ReadAccount(json.Object("account")), cancellationToken);
            }
        }
        catch (SendingException error) when (error.Code == ErrorCode.EdgeRefused)
        {
            await journal.UncountAsync(_signer.Line, key, CancellationToken.None);
            throw;
        }
    }

    /// <summary>What waits; acknowledge it, or it comes again.</summary>
    /// <param name="wait">How long to wait for something, at most a minute.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Delivery>> FetchAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        await GetInfoAsync(cancellationToken);
        var path = string.Create(CultureInfo.InvariantCulture, $"v1/envelopes?limit={RelayJson.MostAtOnce}&wait={(int)wait.TotalSeconds}");
        try
        {
            return await AskAsync(HttpMethod.Get, path, null, Read, cancellationToken, wait);
        }
        catch (SendingException error) when (error.Is("payment-required"))
        {
            await PayAsync(cancellationToken);
            return await AskAsync(HttpMethod.Get, path, null, Read, cancellationToken, wait);
        }

        static IReadOnlyList<Delivery> Read(WireObject json) => json.List("envelopes", RelayJson.MostAtOnce, RelayJson.ReadDelivery);
    }

    /// <summary>Tells the Edge what is received, which is what costs.</summary>
    /// <param name="deliveries">At most <see cref="RelayJson.MostAtOnce"/>.</param>
    /// <param name="cancellationToken">Gives up; what is not acknowledged comes again.</param>
    public async Task<AccountStatus> AcknowledgeAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        foreach (var delivery in deliveries)
        {
            var forgetAt = time.GetUtcNow().AddSeconds(delivery.Envelope.Ttl) + Remembered;
            await journal.CountAsync(_signer.Line, true, new EnvelopeKey(delivery.Envelope.From, delivery.Envelope.Id), delivery.Units, forgetAt, cancellationToken);
        }

        var request = new JsonObject { ["ids"] = RelayJson.Of(deliveries.Select(each => new EnvelopeKey(each.Envelope.From, each.Envelope.Id))) };
        return await AskAsync(HttpMethod.Post, "v1/acknowledgements", EdgeHttp.Bytes(request), json => RelayJson.ReadAccount(json.Object("account")), cancellationToken);
    }

    /// <summary>Signs what is due.</summary>
    /// <returns>How the client stands then.</returns>
    public async Task<AccountStatus> PayAsync(CancellationToken cancellationToken)
    {
        await GetInfoAsync(cancellationToken);
        var status = await AskAsync(HttpMethod.Get, "v1/account", null, RelayJson.ReadAccount, cancellationToken);
        foreach (var receipt in await _signer.SignAsync(status, cancellationToken))
        {
            status = await AskAsync(HttpMethod.Post, "v1/receipts", EdgeHttp.Bytes(RelayJson.Of(receipt)), RelayJson.ReadAccount, cancellationToken);
        }

        return status;
    }

    private async Task<T> AskAsync<T>(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body, Func<WireObject, T> read, CancellationToken cancellationToken, TimeSpan wait = default)
    {
        var known = _token;
        _token ??= await _http.LogInAsync(account, target.Deployment.ChainId, cancellationToken);
        try
        {
            return _http.Read(await _http.SendAsync(method, path, body, _token, cancellationToken, wait), read);
        }
        catch (SendingException error) when (known is not null && EdgeHttp.IsLoggedOut(error))
        {
            _token = await _http.LogInAsync(account, target.Deployment.ChainId, cancellationToken);
            return _http.Read(await _http.SendAsync(method, path, body, _token, cancellationToken, wait), read);
        }
    }
}

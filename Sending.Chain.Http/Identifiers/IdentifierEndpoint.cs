using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Sending.Chain.Errors;
using Sending.Chain.Identity;

namespace Sending.Chain.Http.Identifiers;

/// <summary>
/// The HTTP(S) GET binding of DID Resolution 1.0, 12.1: <c>GET /1.0/identifiers/{did}</c>. The DID may be a DID URL with parameters, then
/// percent-encoded.
/// </summary>
internal sealed class IdentifierEndpoint(DidResolver resolver, ILogger<IdentifierEndpoint> log)
{
    /// <summary>The route; what follows the last slash may hold any character.</summary>
    public const string Pattern = "/1.0/identifiers/{**" + Parameter + "}";

    private const string Parameter = "did";

    // No DID of ours comes near; it keeps what is read, logged and answered small.
    private const int LongestDid = 2_048;

    public async Task AnswerAsync(HttpContext context)
    {
        var response = context.Response.Headers;
        response.Vary = HeaderNames.Accept;
        response.CacheControl = Caching.Never;
        if (Representation.Choose(context.Request.Headers.Accept) is not { } representation)
        {
            var supported = string.Join(", ", Representation.All.Select(each => each.MediaType));
            await ProblemAsync(context, DidResolution.Failed(DidResolutionError.RepresentationNotSupported, $"None of the media types accepted is written here. There are: {supported}."));
            return;
        }

        DidResolution resolution;
        try
        {
            var did = DidOf(context.Request);
            resolution = did.Length > LongestDid
                ? DidResolution.Failed(DidResolutionError.InvalidDid, $"A DID has at most {LongestDid} characters here.")
                : ResolutionQuery.Read(context.Request.Query, representation, out var options)
                ?? await resolver.ResolveAsync(did, options, context.RequestAborted);
        }
        catch (SendingException error)
        {
            log.LogWarning(error, "The state of the chain cannot be read.");
            response.RetryAfter = "5";
            await Answers.ProblemAsync(context, StatusCodes.Status503ServiceUnavailable, "about:blank", "Service Unavailable", error.Message);
            return;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "Resolving failed.");
            resolution = DidResolution.Failed(DidResolutionError.Internal, "The resolver failed. Its log says how.");
        }

        if (resolution.Error is null || representation.IsResult)
        {
            await DocumentAsync(context, resolution, representation);
        }
        else
        {
            await ProblemAsync(context, resolution);
        }
    }

    private static async Task DocumentAsync(HttpContext context, DidResolution resolution, Representation representation)
    {
        var status = StatusOf(resolution);
        var body = Answers.Bytes(representation.IsResult ? resolution.ToJson() : Written(resolution.Document!, representation));
        if (resolution.Error is null)
        {
            var tag = Caching.TagOf(body.Span);
            context.Response.Headers.ETag = tag.ToString();
            context.Response.Headers.CacheControl = resolution.DocumentMetadata.NextVersionId is null ? Caching.Newest : Caching.Superseded;
            if (status == StatusCodes.Status200OK && Caching.IsKnown(context.Request.GetTypedHeaders(), tag))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        await Answers.WriteAsync(context, status, representation.MediaType, body);
    }

    private static JsonObject Written(JsonObject document, Representation representation)
    {
        if (representation.HasContext)
        {
            return document;
        }

        var plain = document.DeepClone().AsObject();
        plain.Remove("@context");
        return plain;
    }

    /// <summary>Who did not ask for a resolution result gets the error alone, which has the same form in both.</summary>
    private static Task ProblemAsync(HttpContext context, DidResolution failed)
        => Answers.ProblemAsync(context, StatusOf(failed), failed.Error!.Value.Uri(), failed.Error.Value.Title(), failed.ErrorMessage);

    /// <summary>DID Resolution 1.0, 12.1, steps 6 to 8.</summary>
    private static int StatusOf(DidResolution resolution) => resolution.Error switch
    {
        null => resolution.DocumentMetadata.Deactivated ? StatusCodes.Status410Gone : StatusCodes.Status200OK,
        DidResolutionError.InvalidDid or DidResolutionError.InvalidDidUrl or DidResolutionError.InvalidOptions => StatusCodes.Status400BadRequest,
        DidResolutionError.NotFound => StatusCodes.Status404NotFound,
        DidResolutionError.RepresentationNotSupported => StatusCodes.Status406NotAcceptable,
        DidResolutionError.MethodNotSupported or DidResolutionError.FeatureNotSupported => StatusCodes.Status501NotImplemented,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>The server has decoded the path once, but for slashes, which it must not take for separators.</summary>
    private static string DidOf(HttpRequest request)
        => (request.RouteValues[Parameter] as string ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}

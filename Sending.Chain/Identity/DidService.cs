using System.Text;
using System.Text.RegularExpressions;
using Sending.Chain.Errors;

namespace Sending.Chain.Identity;

/// <summary>A service of an identity as an attribute, named in the way of ERC-1056: <c>did/svc/&lt;type&gt;</c>.</summary>
public sealed partial record DidService
{
    /// <summary>The type of a home Edge; its endpoint is the DID of the Edge's owner, or a URL.</summary>
    public const string SendingEdge = "SendingEdge";

    /// <summary>Most bytes of an endpoint; what a registry's event costs grows with it.</summary>
    public const int MaxEndpointLength = 1024;

    private const string Prefix = Documents.AttributeName.ServicePrefix;

    private DidService(string type, string endpoint) => (Type, Endpoint) = (type, endpoint);

    /// <summary>What kind of service it is.</summary>
    public string Type { get; }

    /// <summary>Where it is: a URI.</summary>
    public string Endpoint { get; }

    /// <summary>The attribute's name, such as <c>did/svc/SendingEdge</c>.</summary>
    public string AttributeName => Prefix + Type;

    internal byte[] NameBytes => Documents.AttributeName.Bytes(AttributeName);

    internal byte[] Value => Encoding.UTF8.GetBytes(Endpoint);

    /// <summary>Checks a service.</summary>
    /// <param name="type">1 to 24 letters, digits and underscores.</param>
    /// <param name="endpoint">An absolute URI without spaces, a DID too.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static DidService Parse(string type, string endpoint)
    {
        CheckType(type);
        if (!UriPattern().IsMatch(endpoint) || endpoint.Length > MaxEndpointLength)
        {
            throw new SendingException(
                ErrorCode.InvalidInput,
                $"\"{endpoint}\" is no endpoint of a service: write an absolute URI such as https://edge.example.org or a DID, of at most {MaxEndpointLength} characters.",
                new Dictionary<string, string> { ["endpoint"] = endpoint });
        }

        return new DidService(type, endpoint);
    }

    /// <summary>Checks the type of a service.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static void CheckType(string type)
    {
        if (!TypePattern().IsMatch(type))
        {
            throw new SendingException(
                ErrorCode.InvalidInput,
                $"\"{type}\" is no type of a service: write 1 to 24 letters, digits and underscores, such as {SendingEdge}.",
                new Dictionary<string, string> { ["serviceType"] = type });
        }
    }

    /// <summary>Reads an attribute that is a service, whoever set it.</summary>
    /// <param name="name">The attribute's name as text.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Null when it is none, or its value is not text.</returns>
    public static DidService? TryRead(string name, byte[] value)
        => name.StartsWith(Prefix, StringComparison.Ordinal) && TypePattern().IsMatch(name[Prefix.Length..]) && Documents.AttributeName.StrictText(value) is { } endpoint
            ? new DidService(name[Prefix.Length..], endpoint)
            : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_]{1,24}\z")]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.-]*:[!-~]+\z")]
    private static partial Regex UriPattern();
}

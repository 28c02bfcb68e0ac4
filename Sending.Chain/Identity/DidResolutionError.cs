using System.ComponentModel;

namespace Sending.Chain.Identity;

/// <summary>Why there is no DID document (DID Resolution 1.0, "Errors").</summary>
public enum DidResolutionError
{
    /// <summary>The text is no DID, or none that its method can have.</summary>
    InvalidDid,

    /// <summary>The text begins with a DID and is no DID URL, or a parameter's value is malformed.</summary>
    InvalidDidUrl,

    /// <summary>Options contradict each other or the DID URL, or one is malformed.</summary>
    InvalidOptions,

    /// <summary>There is nothing of that version, or nothing that the DID URL names.</summary>
    NotFound,

    /// <summary>Another DID method than <c>sdn</c> and <c>ethr</c>.</summary>
    MethodNotSupported,

    /// <summary>A network that is not the deployment's, or a parameter that this resolver does not know how to follow.</summary>
    FeatureNotSupported,

    /// <summary>A media type that documents are not written in.</summary>
    RepresentationNotSupported,

    /// <summary>The resolver failed.</summary>
    Internal,
}

/// <summary>The names of errors on the wire.</summary>
public static class DidResolutionErrors
{
    /// <summary>The error's URI, the <c>type</c> of the problem details in the resolution's metadata.</summary>
    public static string Uri(this DidResolutionError error) => "https://www.w3.org/ns/did#" + error switch
    {
        DidResolutionError.InvalidDid => "INVALID_DID",
        DidResolutionError.InvalidDidUrl => "INVALID_DID_URL",
        DidResolutionError.InvalidOptions => "INVALID_OPTIONS",
        DidResolutionError.NotFound => "NOT_FOUND",
        DidResolutionError.MethodNotSupported => "METHOD_NOT_SUPPORTED",
        DidResolutionError.FeatureNotSupported => "FEATURE_NOT_SUPPORTED",
        DidResolutionError.RepresentationNotSupported => "REPRESENTATION_NOT_SUPPORTED",
        DidResolutionError.Internal => "INTERNAL_ERROR",
        _ => throw new InvalidEnumArgumentException(nameof(error), (int)error, typeof(DidResolutionError)),
    };

    /// <summary>A short name of the error for people, the <c>title</c> of the problem details.</summary>
    public static string Title(this DidResolutionError error) => error switch
    {
        DidResolutionError.InvalidDid => "Invalid DID",
        DidResolutionError.InvalidDidUrl => "Invalid DID URL",
        DidResolutionError.InvalidOptions => "Invalid options",
        DidResolutionError.NotFound => "Not found",
        DidResolutionError.MethodNotSupported => "Method not supported",
        DidResolutionError.FeatureNotSupported => "Feature not supported",
        DidResolutionError.RepresentationNotSupported => "Representation not supported",
        DidResolutionError.Internal => "Internal error",
        _ => throw new InvalidEnumArgumentException(nameof(error), (int)error, typeof(DidResolutionError)),
    };
}

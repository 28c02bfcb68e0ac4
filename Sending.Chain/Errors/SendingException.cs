using System.Collections.ObjectModel;

namespace Sending.Chain.Errors;

/// <summary>The one exception of this library: a code for programs, a message for a person, details for logs.</summary>
public sealed class SendingException : Exception
{
    /// <param name="code">What went wrong.</param>
    /// <param name="message">What is wrong and what to do about it, in whole sentences.</param>
    /// <param name="details">Values that belong to it, by camel-case name; amounts as decimal text.</param>
    /// <param name="innerException">The cause, when it says more.</param>
    public SendingException(
        ErrorCode code,
        string message,
        IReadOnlyDictionary<string, string>? details = null,
        Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        Details = details ?? ReadOnlyDictionary<string, string>.Empty;
    }

    /// <summary>What went wrong.</summary>
    public ErrorCode Code { get; }

    /// <summary>Values that belong to the error, by camel-case name.</summary>
    public IReadOnlyDictionary<string, string> Details { get; }
}

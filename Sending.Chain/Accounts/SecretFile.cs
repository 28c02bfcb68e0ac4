using Sending.Chain.Errors;

namespace Sending.Chain.Accounts;

/// <summary>Passwords and keys come from files or standard input, never from a flag's value or an environment variable.</summary>
public static class SecretFile
{
    /// <summary>Means standard input where a file is expected.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads a secret; a line end after it is not part of it.</summary>
    /// <param name="file">The file, or <see cref="StandardInput"/> for its next line, so that several secrets can come that way.</param>
    /// <param name="what">Names the secret in errors.</param>
    /// <param name="workingDirectory">What a relative path begins at.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    /// <exception cref="SendingException"><see cref="ErrorCode.SecretMissing"/>: standard input has ended; <see cref="ErrorCode.SecretUnreadable"/>.</exception>
    public static async Task<string> ReadAsync(string file, string what, string workingDirectory, TextReader input, CancellationToken cancellationToken)
    {
        if (file == StandardInput)
        {
            return (await input.ReadLineAsync(cancellationToken))?.TrimEnd('\r')
                ?? throw new SendingException(ErrorCode.SecretMissing, $"Standard input ended before the {what}.");
        }

        var path = Path.GetFullPath(file, workingDirectory);
        try
        {
            return (await File.ReadAllTextAsync(path, cancellationToken)).TrimEnd('\r', '\n');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SendingException(
                ErrorCode.SecretUnreadable,
                $"The {what} file {path} cannot be read: {error.Message}",
                new Dictionary<string, string> { ["file"] = path },
                error);
        }
    }
}

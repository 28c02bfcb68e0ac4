using Sending.Chain.Accounts;
using Sending.Chain.Errors;

namespace Sending.Chain.Http.Hosting;

/// <summary>Opens the operator's account where nobody can be asked: its password is in a file, or comes by standard input.</summary>
public static class ServiceAccount
{
    /// <summary>The account that acts by the settings; null for a service that observes.</summary>
    /// <param name="options">What the operator said.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.AccountNotFound"/>, <see cref="ErrorCode.SecretMissing"/>, <see cref="ErrorCode.SecretUnreadable"/>,
    /// <see cref="ErrorCode.WrongPassword"/>, <see cref="ErrorCode.InvalidKeystore"/>.
    /// </exception>
    public static async Task<UnlockedAccount?> UnlockAsync(ServiceOptions options, TextReader input, CancellationToken cancellationToken)
    {
        if (options.Observe)
        {
            return null;
        }

        var settings = options.Settings;
        var acting = await new AccountBook(settings).ActingAsync(cancellationToken);
        var file = settings.PasswordFile.Value ?? acting.PasswordFile ?? throw new SendingException(
            ErrorCode.SecretMissing,
            $"The password of account '{acting.Account.Name}' is needed. Give --password-file <file>, or --password-file - to read it from standard input.");
        var password = await SecretFile.ReadAsync(file, "password", settings.WorkingDirectory, input, cancellationToken);
        return await acting.Store.UnlockAsync(acting.Account.Name, password, cancellationToken);
    }
}

using Sending.Chain.Accounts;

namespace Sending.Cli.Prompts;

/// <summary>Secrets come from a file, from standard input, or from somebody who types them unseen; never from the command line.</summary>
internal sealed class Secrets(Terminal terminal, Prompter prompter)
{
    /// <summary>The password of an account that exists.</summary>
    /// <param name="account">Its name, to ask for it.</param>
    /// <param name="file">The file that it is in; null to ask for it.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="CliException">There is no file and nobody to ask.</exception>
    public async Task<string> PasswordAsync(string account, string? file, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            return await ReadAsync(file, "password", cancellationToken).ConfigureAwait(false);
        }

        RequireSomebody($"the password of account '{account}'", "--password-file <file>, or --password-file - to read it from standard input");
        return await prompter.SecretAsync($"Password of {account}:", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A password for a new account: typed twice, or from the file.</summary>
    /// <param name="account">Its name, to ask for it.</param>
    /// <param name="file">The file that it is in; null to ask for it.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="CliException">It is empty, was not typed alike, or there is nobody to ask.</exception>
    public async Task<string> NewPasswordAsync(string account, string? file, CancellationToken cancellationToken)
    {
        string password;
        if (file is not null)
        {
            password = await ReadAsync(file, "password", cancellationToken).ConfigureAwait(false);
        }
        else
        {
            RequireSomebody($"a password for the new account '{account}'", "--password-file <file>, or --password-file - to read it from standard input");
            password = await prompter.SecretAsync($"New password of {account}:", cancellationToken).ConfigureAwait(false);
            if (password != await prompter.SecretAsync("The same again:", cancellationToken).ConfigureAwait(false))
            {
                throw new CliException(ExitCode.Account, "password_mismatch", "The two passwords differ; nothing was written.");
            }
        }

        return password.Length > 0
            ? password
            : throw new CliException(ExitCode.Account, "password_empty", "The password is empty; an account needs one.");
    }

    /// <summary>A mnemonic or a private key.</summary>
    /// <param name="file">Where it is; null to ask for it.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="CliException">There is no file and nobody to ask.</exception>
    public async Task<string> KeyAsync(string? file, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            return await ReadAsync(file, "secret", cancellationToken).ConfigureAwait(false);
        }

        RequireSomebody("the mnemonic or private key", "--from <file>, or --from - to read it from standard input");
        return await prompter.SecretAsync("Mnemonic or private key (not shown):", cancellationToken).ConfigureAwait(false);
    }

    private void RequireSomebody(string what, string instead)
    {
        if (!prompter.Possible)
        {
            throw new CliException(ExitCode.Account, "secret_missing", $"Nobody can be asked for {what} here. Give {instead}.");
        }
    }

    private Task<string> ReadAsync(string file, string what, CancellationToken cancellationToken)
        => SecretFile.ReadAsync(file, what, terminal.WorkingDirectory, terminal.In, cancellationToken);
}

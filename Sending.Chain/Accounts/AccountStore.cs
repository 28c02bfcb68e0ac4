using Nethereum.Signer;
using Nethereum.Util;
using Sending.Chain.Errors;

namespace Sending.Chain.Accounts;

/// <summary>Named accounts as keystore files <c>&lt;folder&gt;/&lt;name&gt;.json</c>; a file is never overwritten.</summary>
/// <param name="folder">The folder; created with the first account.</param>
public sealed class AccountStore(string folder)
{
    private const int LongestName = 64;

    /// <summary>Where the files are.</summary>
    public string Folder { get; } = folder;

    /// <summary>The user's own folder: <c>$XDG_DATA_HOME/sending/keystores</c>, by default <c>~/.local/share/sending/keystores</c>; on Windows in the local application data.</summary>
    public static string DefaultFolder()
    {
        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        return Path.Combine(
            Path.IsPathRooted(data) ? data : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
            "sending",
            "keystores");
    }

    /// <summary>Makes an account with a new random key.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.AccountExists"/>, <see cref="ErrorCode.InvalidInput"/> for the name.</exception>
    public Task<StoredAccount> CreateAsync(
        string name,
        string password,
        KeystoreStrength strength,
        CancellationToken cancellationToken)
        => AddAsync(name, EthECKey.GenerateKey(), password, strength, cancellationToken);

    /// <summary>Stores a key that exists already; see <see cref="PrivateKeyText"/> for reading one.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.AccountExists"/>, <see cref="ErrorCode.InvalidInput"/> for the name.</exception>
    public async Task<StoredAccount> AddAsync(
        string name,
        EthECKey key,
        string password,
        KeystoreStrength strength,
        CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            throw Exists(name, path);
        }

        // Scrypt is a second of pure computation; keep it off the caller's thread.
        var json = await Task.Run(() => KeystoreFile.Encrypt(key, password, strength), cancellationToken);
        try
        {
            await PrivateFile.WriteNewAsync(path, json, cancellationToken);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw Exists(name, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SendingException(
                ErrorCode.InvalidKeystore,
                $"The keystore file {path} cannot be written: {error.Message}",
                new Dictionary<string, string> { ["file"] = path },
                error);
        }

        return new StoredAccount(name, path, AddressUtil.Current.ConvertToChecksumAddress(key.GetPublicAddress()), null);
    }

    /// <summary>All keystore files by name, those that cannot be used included, with the reason.</summary>
    public async Task<IReadOnlyList<StoredAccount>> ListAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Folder))
        {
            return [];
        }

        var accounts = new List<StoredAccount>();
        foreach (var path in Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            try
            {
                accounts.Add(new StoredAccount(name, path, KeystoreFile.ReadAddress(await ReadAsync(path, cancellationToken), path), null));
            }
            catch (SendingException error)
            {
                accounts.Add(new StoredAccount(name, path, null, error.Message));
            }
        }

        return accounts;
    }

    /// <summary>The account of that name or address, not opened.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.AccountNotFound"/> or <see cref="ErrorCode.InvalidKeystore"/>.</exception>
    public async Task<StoredAccount> FindAsync(string nameOrAddress, CancellationToken cancellationToken)
    {
        if (nameOrAddress.IsValidEthereumAddressHexFormat())
        {
            return (await ListAsync(cancellationToken)).FirstOrDefault(account => AddressUtil.Current.AreAddressesTheSame(account.Address, nameOrAddress))
                ?? throw NotFound(nameOrAddress);
        }

        var path = PathOf(nameOrAddress);
        return File.Exists(path)
            ? new StoredAccount(nameOrAddress, path, KeystoreFile.ReadAddress(await ReadAsync(path, cancellationToken), path), null)
            : throw NotFound(nameOrAddress);
    }

    /// <summary>Opens an account.</summary>
    /// <exception cref="SendingException">
    /// <see cref="ErrorCode.AccountNotFound"/>, <see cref="ErrorCode.WrongPassword"/> or <see cref="ErrorCode.InvalidKeystore"/>.
    /// </exception>
    public async Task<UnlockedAccount> UnlockAsync(string nameOrAddress, string password, CancellationToken cancellationToken)
    {
        var account = await FindAsync(nameOrAddress, cancellationToken);
        var json = await ReadAsync(account.Path, cancellationToken);
        var key = await Task.Run(() => KeystoreFile.Decrypt(json, password, account.Name, account.Path), cancellationToken);
        return new UnlockedAccount(account.Name, key);
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw KeystoreFile.Invalid(path, $"cannot be read ({error.Message})", error);
        }
    }

    private static SendingException Exists(string name, string path)
        => new(
            ErrorCode.AccountExists,
            $"There is an account \"{name}\" already ({path}). Choose another name; keystores are never overwritten.",
            new Dictionary<string, string> { ["account"] = name, ["file"] = path });

    private SendingException NotFound(string nameOrAddress)
        => new(
            ErrorCode.AccountNotFound,
            $"There is no account \"{nameOrAddress}\" in {Folder}. See `sending-cli account list`; make one with `sending-cli account new`.",
            new Dictionary<string, string> { ["account"] = nameOrAddress, ["folder"] = Folder });

    private string PathOf(string name)
        => name.Length is > 0 and <= LongestName && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? Path.Combine(Folder, name + ".json")
            : throw new SendingException(
                ErrorCode.InvalidInput,
                $"\"{name}\" is not an account's name: up to {LongestName} letters, digits, - and _, beginning with a letter or digit.",
                new Dictionary<string, string> { ["account"] = name });
}

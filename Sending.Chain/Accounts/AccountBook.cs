using Nethereum.Util;
using Sending.Chain.Configuration;
using Sending.Chain.Errors;
using Sending.Chain.Formats;

namespace Sending.Chain.Accounts;

/// <summary>Every account at hand: the devnet's when a devnet is used, then the user's own.</summary>
public sealed class AccountBook
{
    private const string DevnetDefault = "alice";

    private readonly Settings _settings;
    private readonly IReadOnlyList<Shelf> _shelves;

    /// <param name="settings">Say where accounts lie, and which one acts.</param>
    public AccountBook(Settings settings)
    {
        _settings = settings;
        UserStore = new AccountStore(settings.Folders.Keystores);
        _shelves = settings.UsesDevnet
            ? [new Shelf(settings.Devnet.Accounts, "devnet", settings.Devnet.PasswordFile), new Shelf(UserStore, "yours", null)]
            : [new Shelf(UserStore, "yours", null)];
    }

    /// <summary>Where new accounts go.</summary>
    public AccountStore UserStore { get; }

    /// <summary>The account that acts: the one that was named, on a devnet alice, else the only one there is.</summary>
    /// <exception cref="SendingException">None, or more than one to choose from.</exception>
    public async Task<Entry> ActingAsync(CancellationToken cancellationToken)
    {
        if (_settings.Account.Value is { } named)
        {
            return await FindAsync(named, cancellationToken);
        }

        var all = await ListAsync(cancellationToken);
        var chosen = all.FirstOrDefault(entry => entry.Shelf == "devnet" && entry.Account.Name == DevnetDefault) ?? (all.Count == 1 ? all[0] : null);
        return chosen ?? throw new SendingException(
            ErrorCode.AccountNotFound,
            all.Count == 0
                ? "There is no account yet. Make one with `sending-cli account new <name>`, or start a local network with `sending-cli devnet up`."
                : $"Say which account acts: --account {string.Join(" or ", all.Select(entry => entry.Account.Name))}.");
    }

    /// <summary>The account of that name, address or keystore file.</summary>
    /// <exception cref="SendingException">There is none, or its file cannot be used.</exception>
    public async Task<Entry> FindAsync(string nameAddressOrFile, CancellationToken cancellationToken)
    {
        nameAddressOrFile = OfIdentity(nameAddressOrFile) ?? nameAddressOrFile;
        if (nameAddressOrFile.Contains(Path.DirectorySeparatorChar) || nameAddressOrFile.EndsWith(".json", StringComparison.Ordinal))
        {
            var file = Path.GetFullPath(nameAddressOrFile, _settings.WorkingDirectory);
            var store = new AccountStore(Path.GetDirectoryName(file)!);
            return new Entry(await store.FindAsync(Path.GetFileNameWithoutExtension(file), cancellationToken), store, "file", null);
        }

        SendingException? notFound = null;
        foreach (var shelf in _shelves)
        {
            try
            {
                var account = await shelf.Store.FindAsync(nameAddressOrFile, cancellationToken);
                return new Entry(account, shelf.Store, shelf.Name, shelf.PasswordFile);
            }
            catch (SendingException exception) when (exception.Code == ErrorCode.AccountNotFound)
            {
                notFound = exception;
            }
        }

        throw notFound!;
    }

    /// <summary>Every account, those whose file cannot be used included.</summary>
    public async Task<IReadOnlyList<Entry>> ListAsync(CancellationToken cancellationToken)
    {
        var entries = new List<Entry>();
        foreach (var shelf in _shelves)
        {
            foreach (var account in await shelf.Store.ListAsync(cancellationToken))
            {
                entries.Add(new Entry(account, shelf.Store, shelf.Name, shelf.PasswordFile));
            }
        }

        return entries;
    }

    /// <summary>The address that a user means by a name, an address, a DID or a user id; any address will do, known here or not.</summary>
    /// <exception cref="SendingException">It is none of them.</exception>
    public async Task<string> AddressAsync(string nameOrAddress, CancellationToken cancellationToken)
    {
        if (OfIdentity(nameOrAddress) is { } identity)
        {
            return identity;
        }

        if (!nameOrAddress.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            var entry = await FindAsync(nameOrAddress, cancellationToken);
            return entry.Account.Address ?? throw new SendingException(
                ErrorCode.InvalidKeystore,
                $"The keystore {entry.Account.Path} states no address: {entry.Account.Problem ?? "write the address instead of the name"}.");
        }

        var address = AddressUtil.Current;
        if (nameOrAddress.Length != 42 || !nameOrAddress[2..].All(char.IsAsciiHexDigit))
        {
            throw new SendingException(ErrorCode.InvalidInput, $"'{nameOrAddress}' is not an address: 0x and 40 hex digits.");
        }

        var digits = nameOrAddress[2..];
        var mixed = digits.Any(char.IsAsciiLetterUpper) && digits.Any(char.IsAsciiLetterLower);
        var checksummed = address.ConvertToChecksumAddress(nameOrAddress);
        return !mixed || checksummed[2..] == digits
            ? checksummed
            : throw new SendingException(ErrorCode.InvalidInput, $"'{nameOrAddress}' has a wrong checksum (EIP-55): a digit is mistaken, or its case.");
    }

    /// <summary>Names of the accounts at hand by address.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in await ListAsync(cancellationToken))
        {
            if (entry.Account.Address is { } address)
            {
                names.TryAdd(address, entry.Account.Name);
            }
        }

        return names;
    }

    /// <summary>The account of a DID or a user id; null when the text is meant as neither.</summary>
    private static string? OfIdentity(string text)
    {
        try
        {
            return text.StartsWith("did:", StringComparison.Ordinal) ? Did.Parse(text).Address
                : text.StartsWith('@') ? UserId.Parse(text).User
                : null;
        }
        catch (FormatException error)
        {
            throw new SendingException(ErrorCode.InvalidInput, error.Message, new Dictionary<string, string> { ["identity"] = text }, error);
        }
    }

    private sealed record Shelf(AccountStore Store, string Name, string? PasswordFile);

    /// <summary>An account and where it was found.</summary>
    /// <param name="Account">The keystore file.</param>
    /// <param name="Store">Opens it.</param>
    /// <param name="Shelf">devnet, yours, or file.</param>
    /// <param name="PasswordFile">The file with its password, when one belongs to it.</param>
    public sealed record Entry(StoredAccount Account, AccountStore Store, string Shelf, string? PasswordFile);
}

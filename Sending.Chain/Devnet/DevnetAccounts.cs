using Nethereum.HdWallet;
using Nethereum.Signer;
using Nethereum.Util;
using Sending.Chain.Accounts;
using Sending.Chain.Errors;

namespace Sending.Chain.Devnet;

/// <summary>
/// The ready accounts: those that Hardhat derives from its public test mnemonic, after the first, which deploys and is the treasury.
/// Their keys are known to everybody; they are worth nothing anywhere else.
/// </summary>
internal static class DevnetAccounts
{
    private const string Mnemonic = "test test test test test test test test test test test junk";
    private const string Password = "devnet";

    /// <summary>Writes the password file, and a keystore for each name where there is none yet.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.AccountExists"/>: the user has another account of that name here.</exception>
    public static async Task<IReadOnlyList<DevnetAccount>> CreateAsync(
        DevnetFolder folder,
        IReadOnlyList<string> names,
        CancellationToken cancellationToken)
    {
        await PrivateFile.ReplaceAsync(folder.PasswordFile, Password + "\n", cancellationToken);
        var existing = await folder.Accounts.ListAsync(cancellationToken);
        return await Task.WhenAll(Keys(names).Select(async account =>
        {
            var address = AddressUtil.Current.ConvertToChecksumAddress(account.Key.GetPublicAddress());
            if (existing.FirstOrDefault(stored => stored.Name == account.Name)?.Address != address)
            {
                await folder.Accounts.AddAsync(account.Name, account.Key, Password, KeystoreStrength.Devnet, cancellationToken);
            }

            return new DevnetAccount(account.Name, address);
        }));
    }

    /// <summary>Removes the ready accounts' keystores, and the password file when no others are left. What the user added stays.</summary>
    public static async Task RemoveAsync(DevnetFolder folder, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var keys = Keys(names).ToDictionary(account => account.Name, account => account.Key.GetPublicAddress());
        foreach (var stored in await folder.Accounts.ListAsync(cancellationToken))
        {
            if (keys.TryGetValue(stored.Name, out var address) && AddressUtil.Current.AreAddressesTheSame(stored.Address, address))
            {
                File.Delete(stored.Path);
            }
        }

        DevnetFolder.RemoveIfEmpty(folder.KeystoreFolder);
        if (!Directory.Exists(folder.KeystoreFolder))
        {
            File.Delete(folder.PasswordFile);
        }
    }

    private static IEnumerable<(string Name, EthECKey Key)> Keys(IReadOnlyList<string> names)
    {
        var wallet = new Wallet(Mnemonic, "");
        return names.Select((name, index) => (name, wallet.GetEthereumKey(index + 1)));
    }
}

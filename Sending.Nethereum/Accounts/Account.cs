using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.KeyStore;
using Nethereum.RPC.Accounts;
using Nethereum.RPC.AccountSigning;
using Nethereum.RPC.NonceServices;
using Nethereum.RPC.TransactionManagers;
using Nethereum.Signer;

namespace Nethereum.Web3.Accounts;

/// <summary>An account whose private key is here.</summary>
public class Account : IAccount
{
    /// <param name="key">The private key.</param>
    /// <param name="chainId">The chain that signatures are for (EIP-155); null to ask the node.</param>
    public Account(EthECKey key, BigInteger? chainId = null)
    {
        ChainId = chainId;
        PrivateKey = key.GetPrivateKey();
        PublicKey = key.GetPubKey().ToHex();
        Address = key.GetPublicAddress();
        NonceService = new InMemoryNonceService(Address, null);
        AccountSigningService = new AccountSigningOfflineService(key);
        InitialiseDefaultTransactionManager();
    }

    /// <inheritdoc cref="Account(EthECKey, BigInteger?)"/>
    public Account(string privateKey, BigInteger? chainId = null)
        : this(new EthECKey(privateKey), chainId)
    {
    }

    /// <inheritdoc cref="Account(EthECKey, BigInteger?)"/>
    public Account(byte[] privateKey, BigInteger? chainId = null)
        : this(new EthECKey(privateKey, isPrivate: true), chainId)
    {
    }

    public BigInteger? ChainId { get; }

    public string PrivateKey { get; }

    public string PublicKey { get; }

    public string Address { get; protected set; }

    public ITransactionManager TransactionManager { get; protected set; }

    public INonceService NonceService { get; set; }

    public IAccountSigningService AccountSigningService { get; }

    /// <summary>From an encrypted key (Web3 secret storage, version 3).</summary>
    /// <exception cref="KeyStore.Crypto.DecryptionException">Wrong password.</exception>
    public static Account LoadFromKeyStore(string json, string password, BigInteger? chainId = null) =>
        new(new KeyStoreService().DecryptKeyStoreFromJson(password, json), chainId);

    protected virtual void InitialiseDefaultTransactionManager() => TransactionManager = new AccountSignerTransactionManager(null, this, ChainId);
}

namespace NBitcoin;

/// <summary>A source of random bytes. It stands in the constructors of <see cref="Nethereum.HdWallet.Wallet"/>, which need none.</summary>
public interface IRandom
{
    void GetBytes(byte[] output);
}

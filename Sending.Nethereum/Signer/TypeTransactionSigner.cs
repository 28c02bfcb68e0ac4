using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Model;

namespace Nethereum.Signer;

/// <summary>Signs typed transactions (EIP-2718). Results are hexadecimal digits without prefix; the transaction keeps its signature.</summary>
public class TypeTransactionSigner<T>
    where T : SignedTypeTransaction
{
    public string SignTransaction(string privateKey, T transaction) => SignTransaction(new EthECKey(privateKey), transaction);

    public string SignTransaction(byte[] privateKey, T transaction) => SignTransaction(new EthECKey(privateKey, isPrivate: true), transaction);

    public string SignTransaction(EthECKey ecKey, T transaction)
    {
        transaction.SetSignature(ecKey.SignAndCalculateYParityV(transaction.RawHash));
        return transaction.GetRLPEncoded().ToHex();
    }
}

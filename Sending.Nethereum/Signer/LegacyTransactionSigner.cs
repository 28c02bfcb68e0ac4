using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Model;

namespace Nethereum.Signer;

/// <summary>Signs legacy transactions: with a chain id as EIP-155 says, without as before it. Results are hexadecimal digits without prefix.</summary>
public class LegacyTransactionSigner
{
    public string SignTransaction(string privateKey, string to, BigInteger amount, BigInteger nonce, BigInteger gasPrice, BigInteger gasLimit) =>
        SignTransaction(privateKey, to, amount, nonce, gasPrice, gasLimit, data: null);

    public string SignTransaction(string privateKey, string to, BigInteger amount, BigInteger nonce, BigInteger gasPrice, BigInteger gasLimit, string data) =>
        Sign(new EthECKey(privateKey), chainId: null, to, amount, nonce, gasPrice, gasLimit, data);

    public string SignTransaction(byte[] privateKey, string to, BigInteger amount, BigInteger nonce, BigInteger gasPrice, BigInteger gasLimit) =>
        SignTransaction(privateKey, to, amount, nonce, gasPrice, gasLimit, data: null);

    public string SignTransaction(byte[] privateKey, string to, BigInteger amount, BigInteger nonce, BigInteger gasPrice, BigInteger gasLimit, string data) =>
        Sign(new EthECKey(privateKey, isPrivate: true), chainId: null, to, amount, nonce, gasPrice, gasLimit, data);

    public string SignTransaction(string privateKey, BigInteger chainId, string to, BigInteger amount, BigInteger nonce, BigInteger gasPrice, BigInteger gasLimit) =>
        SignTransaction(privateKey, chainId, to, amount, nonce, gasPrice, gasLimit, data: null);

    public string SignTransaction(string privateKey, BigInteger chainId, string to, BigInteger amount, BigInteger nonce, BigInteger gasPrice, BigInteger gasLimit, string data) =>
        Sign(new EthECKey(privateKey), chainId, to, amount, nonce, gasPrice, gasLimit, data);

    public string SignTransaction(byte[] privateKey, BigInteger chainId, string to, BigInteger amount, BigInteger nonce, BigInteger gasPrice, BigInteger gasLimit) =>
        SignTransaction(privateKey, chainId, to, amount, nonce, gasPrice, gasLimit, data: null);

    public string SignTransaction(byte[] privateKey, BigInteger chainId, string to, BigInteger amount, BigInteger nonce, BigInteger gasPrice, BigInteger gasLimit, string data) =>
        Sign(new EthECKey(privateKey, isPrivate: true), chainId, to, amount, nonce, gasPrice, gasLimit, data);

    private static string Sign(EthECKey key, BigInteger? chainId, string to, BigInteger amount, BigInteger nonce, BigInteger gasPrice, BigInteger gasLimit, string data)
    {
        var transaction = new LegacyTransaction(chainId, nonce, gasPrice, gasLimit, to, amount, data);
        transaction.SetSignature(chainId is { } id ? key.SignAndCalculateV(transaction.RawHash, id) : key.SignAndCalculateV(transaction.RawHash));
        return transaction.GetRLPEncoded().ToHex();
    }
}

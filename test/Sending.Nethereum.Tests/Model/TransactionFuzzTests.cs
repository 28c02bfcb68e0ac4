using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Model;
using Nethereum.Signer;
using Sending.Testing;

namespace Sending.Nethereum.Tests.Model;

/// <summary>Signed transactions from outside.</summary>
public sealed class TransactionFuzzTests
{
    [Fact]
    public void ATransactionIsReadOrRefused()
    {
        var key = new EthECKey("0x4646464646464646464646464646464646464646464646464646464646464646");
        var access = new List<AccessListItem> { new("0x3535353535353535353535353535353535353535", [new byte[32], new byte[32]]) };
        var listed = TransactionFactory.Create2930Transaction(1, 2, 3, 21000, "0x3535353535353535353535353535353535353535", 5, "0x1234", access, null, null, null);
        listed.SetSignature(key.SignAndCalculateYParityV(listed.RawHash));
        byte[][] sound =
        [
            new LegacyTransactionSigner().SignTransaction(key.GetPrivateKey(), 1, "0x3535353535353535353535353535353535353535", 1, 9, 20, 21000).HexToByteArray(),
            new LegacyTransactionSigner().SignTransaction(key.GetPrivateKey(), "0x3535353535353535353535353535353535353535", 1, 9, 20, 21000, "0x010203").HexToByteArray(),
            new Transaction1559Signer().SignTransaction(key, new Transaction1559(1, 0, 1, 2, 21000, null, 5, "0x" + new string('a', 200), access)).HexToByteArray(),
            listed.GetRLPEncoded(),
            listed.GetRLPEncodedRaw(),
        ];
        Fuzz.Bytes(sound, input => TransactionFactory.CreateTransaction(input), error => error is FormatException);
    }
}

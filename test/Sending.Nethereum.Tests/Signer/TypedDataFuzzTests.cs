using Nethereum.ABI.EIP712;
using Newtonsoft.Json;
using Sending.Nethereum.Tests.Support;
using Sending.Testing;

namespace Sending.Nethereum.Tests.Signer;

/// <summary>Typed data comes from whoever wants something signed.</summary>
public sealed class TypedDataFuzzTests
{
    [Fact]
    public void TypedDataIsHashedOrRefused()
    {
        var maker = new RandomTypedData(new Seeded());
        Fuzz.Text(
            [MailExample.Json, .. Enumerable.Range(0, 20).Select(_ => maker.MakeJson()).Where(json => json.Length < 3_000)],
            json => Eip712TypedDataEncoder.Current.EncodeTypedData(json),
            error => error is JsonException or FormatException);
    }
}

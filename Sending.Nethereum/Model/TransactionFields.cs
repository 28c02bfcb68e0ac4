using System.Numerics;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.RLP;
using Nethereum.Util;

namespace Nethereum.Model;

/// <summary>The fields that the types of transactions have in common, to RLP and back.</summary>
internal static class TransactionFields
{
    private const int AddressLength = 20;
    private const int SlotLength = 32;

    public static byte[] EncodeInteger(EvmUInt256? value) => RlpEncoder.EncodeInteger(value ?? BigInteger.Zero);

    /// <summary>20 bytes, or none for the creation of a contract.</summary>
    /// <exception cref="FormatException">The text is not an address.</exception>
    public static byte[] EncodeReceiver(string address) => RlpEncoder.EncodeBytes(address.IsAnEmptyAddress() ? [] : AddressBytes(address));

    public static byte[] EncodeData(string data) => RlpEncoder.EncodeBytes(string.IsNullOrEmpty(data) ? [] : data.HexToByteArray());

    public static byte[] EncodeAccessList(List<AccessListItem> accessList) => RlpEncoder.EncodeList(
        (accessList ?? []).Select(item => RlpEncoder.EncodeList(
            RlpEncoder.EncodeBytes(AddressBytes(item.Address)),
            RlpEncoder.EncodeList((item.StorageKeys ?? []).Select(slot => RlpEncoder.EncodeBytes(OfLength(slot, SlotLength, "A storage slot")))))));

    public static IEnumerable<byte[]> EncodeSignature(ISignature signature) =>
        [EncodeNumber(signature.V), EncodeNumber(signature.R), EncodeNumber(signature.S)];

    public static string DecodeReceiver(RlpItem item) =>
        item.Bytes.Length == 0 ? null : OfLength(item.Bytes, AddressLength, "A receiver").ConvertToEthereumChecksumAddress();

    public static string DecodeData(RlpItem item) => item.Bytes.Length == 0 ? null : item.Bytes.ToHex(prefix: true);

    public static List<AccessListItem> DecodeAccessList(RlpItem list) => [.. list.Items.Select(item =>
    {
        Require(item.Items.Count == 2, "an access list's item has two parts");
        return new AccessListItem(
            OfLength(item.Items[0].Bytes, AddressLength, "An access list's address").ConvertToEthereumChecksumAddress(),
            [.. item.Items[1].Items.Select(slot => OfLength(slot.Bytes, SlotLength, "A storage slot"))]);
    })];

    public static Signature DecodeSignature(RlpItem v, RlpItem r, RlpItem s) =>
        new(r.Integer.ToMinimalBytes(), s.Integer.ToMinimalBytes(), v.Integer.ToMinimalBytes());

    public static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new FormatException($"Malformed transaction: {rule}.");
        }
    }

    private static byte[] EncodeNumber(byte[] value) => RlpEncoder.EncodeBytes(value.TrimZeros());

    private static byte[] AddressBytes(string address) => OfLength(address.HexToByteArray(), AddressLength, "An address");

    private static byte[] OfLength(byte[] value, int length, string name) =>
        value.Length == length ? value : throw new FormatException($"{name} has {length} bytes, not {value.Length}.");
}

namespace Nethereum.Util;

/// <summary>The methods of <see cref="AddressUtil"/> on the address itself.</summary>
public static class AddressExtensions
{
    /// <inheritdoc cref="AddressUtil.ConvertToChecksumAddress(string)"/>
    public static string ConvertToEthereumChecksumAddress(this string address) => AddressUtil.Current.ConvertToChecksumAddress(address);

    /// <inheritdoc cref="AddressUtil.ConvertToChecksumAddress(byte[])"/>
    public static string ConvertToEthereumChecksumAddress(this byte[] address) => AddressUtil.Current.ConvertToChecksumAddress(address);

    /// <inheritdoc cref="AddressUtil.IsChecksumAddress"/>
    public static bool IsEthereumChecksumAddress(this string address) => AddressUtil.Current.IsChecksumAddress(address);

    /// <inheritdoc cref="AddressUtil.IsValidEthereumAddressHexFormat"/>
    public static bool IsValidEthereumAddressHexFormat(this string address) => AddressUtil.Current.IsValidEthereumAddressHexFormat(address);

    /// <inheritdoc cref="AddressUtil.IsValidAddressLength"/>
    public static bool IsValidEthereumAddressLength(this string address) => AddressUtil.Current.IsValidAddressLength(address);

    /// <inheritdoc cref="AddressUtil.AreAddressesTheSame"/>
    public static bool IsTheSameAddress(this string address, string otherAddress) => AddressUtil.Current.AreAddressesTheSame(address, otherAddress);

    /// <inheritdoc cref="AddressUtil.IsAnEmptyAddress"/>
    public static bool IsAnEmptyAddress(this string address) => AddressUtil.Current.IsAnEmptyAddress(address);

    /// <inheritdoc cref="AddressUtil.IsNotAnEmptyAddress"/>
    public static bool IsNotAnEmptyAddress(this string address) => AddressUtil.Current.IsNotAnEmptyAddress(address);

    /// <inheritdoc cref="AddressUtil.AddressValueOrEmpty"/>
    public static string AddressValueOrEmpty(this string address) => AddressUtil.Current.AddressValueOrEmpty(address);
}

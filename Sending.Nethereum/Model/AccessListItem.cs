namespace Nethereum.Model;

/// <summary>A contract, and those of its storage slots that a transaction announces to touch (EIP-2930).</summary>
public class AccessListItem
{
    public AccessListItem()
    {
    }

    public AccessListItem(string address, List<byte[]> storageKeys)
    {
        Address = address;
        StorageKeys = storageKeys;
    }

    public string Address { get; set; }

    /// <summary>Slots of 32 bytes each.</summary>
    public List<byte[]> StorageKeys { get; set; } = [];
}

using System.Numerics;
using System.Text;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;

namespace Sending.Chain.Tests.Identity;

/// <summary>Names and changes as the registry takes them.</summary>
internal static class DidNames
{
    /// <summary>A name padded to 32 bytes.</summary>
    public static byte[] Pad(string name)
    {
        var padded = new byte[32];
        Encoding.ASCII.GetBytes(name, padded);
        return padded;
    }

    public static Change Change(byte kind, string name, string account, byte[] value, BigInteger validity)
        => new() { Kind = kind, Name = Pad(name), Account = account, Value = value, Validity = validity };
}

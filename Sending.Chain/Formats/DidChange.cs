using System.Numerics;
using System.Text;
using System.Text.Json;
using Sending.Crypto;

namespace Sending.Chain.Formats;

/// <summary>What a change of an identity does; numbered as in DidRegistry.</summary>
public enum DidChangeKind : byte
{
    /// <summary>Gives the attribute a value.</summary>
    SetAttribute,

    /// <summary>Takes the attribute's value away.</summary>
    RevokeAttribute,

    /// <summary>Makes the account a delegate.</summary>
    AddDelegate,

    /// <summary>Ends a delegate.</summary>
    RevokeDelegate,

    /// <summary>Turns signatures without chain id and deadline off for good.</summary>
    DisableLegacySignatures,

    /// <summary>Gives the identity to the account.</summary>
    ChangeOwner,

    /// <summary>Ends the identity for good.</summary>
    Deactivate,
}

/// <summary>One change of an identity. What its kind does not name is signed all the same, and does nothing.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Name">The attribute's name or the delegate's type, 32 bytes.</param>
/// <param name="Account">The delegate or the new owner.</param>
/// <param name="Value">The attribute's value.</param>
/// <param name="Validity">For how many seconds from then on the attribute or the delegate is valid.</param>
public sealed record DidChange(DidChangeKind Kind, byte[] Name, string Account, byte[] Value, BigInteger Validity)
{
    internal const string Type = "Change(string kind,bytes32 name,address account,bytes value,uint256 validity)";

    private static readonly byte[] TypeHash = Keccak256.Hash(Encoding.UTF8.GetBytes(Type));

    /// <summary>The EIP-712 hash of the change. A wallet shows the kind as the name of the registry's function.</summary>
    /// <exception cref="ArgumentException">A value is malformed.</exception>
    internal byte[] StructHash()
    {
        var words = new AbiWords(stackalloc byte[6 * Bytes32.Length]);
        words.AddHash(TypeHash);
        words.AddHash(Keccak256.Hash(Encoding.UTF8.GetBytes(JsonNamingPolicy.CamelCase.ConvertName(Kind.ToString()))));
        words.AddHash(Name);
        words.AddAddress(Account);
        words.AddHash(Keccak256.Hash(Value));
        words.AddNumber(Validity);
        return Keccak256.Hash(words.Written);
    }
}

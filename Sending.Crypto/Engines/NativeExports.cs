using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Sending.Crypto.Engines;

/// <summary>The functions of libsecp256k1 that are used here, which all of its versions have had unchanged since 2016. The last four are its recovery module's.</summary>
internal sealed unsafe class NativeExports
{
    /// <summary>Bytes of a <c>secp256k1_pubkey</c>.</summary>
    public const int PublicKeySize = 64;

    /// <summary>Bytes of a <c>secp256k1_ecdsa_signature</c>.</summary>
    public const int SignatureSize = 64;

    /// <summary>Bytes of a <c>secp256k1_ecdsa_recoverable_signature</c>.</summary>
    public const int RecoverableSignatureSize = 65;

    /// <summary>SECP256K1_EC_UNCOMPRESSED.</summary>
    public const uint Uncompressed = 2;

    /// <summary>SECP256K1_CONTEXT_VERIFY | SECP256K1_CONTEXT_SIGN: needed before version 0.2, accepted by every later one.</summary>
    public const uint SignAndVerify = 0x301;

    private readonly nint _library;
    private string? _missing;

    private NativeExports(nint library)
    {
        _library = library;
        ContextCreate = (delegate* unmanaged[Cdecl]<uint, nint>)Find("secp256k1_context_create");
        ContextSetIllegalCallback =
            (delegate* unmanaged[Cdecl]<nint, delegate* unmanaged[Cdecl]<byte*, void*, void>, void*, void>)Find("secp256k1_context_set_illegal_callback");
        ContextRandomize = (delegate* unmanaged[Cdecl]<nint, byte*, int>)Find("secp256k1_context_randomize");
        PublicKeyCreate = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, int>)Find("secp256k1_ec_pubkey_create");
        PublicKeyParse = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, nuint, int>)Find("secp256k1_ec_pubkey_parse");
        PublicKeySerialize = (delegate* unmanaged[Cdecl]<nint, byte*, nuint*, byte*, uint, int>)Find("secp256k1_ec_pubkey_serialize");
        SignatureParse = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, int>)Find("secp256k1_ecdsa_signature_parse_compact");
        SignatureNormalize = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, int>)Find("secp256k1_ecdsa_signature_normalize");
        Verify = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, byte*, int>)Find("secp256k1_ecdsa_verify");
        SignRecoverable = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, byte*, void*, void*, int>)Find("secp256k1_ecdsa_sign_recoverable");
        RecoverableParse = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, int, int>)Find("secp256k1_ecdsa_recoverable_signature_parse_compact");
        RecoverableSerialize = (delegate* unmanaged[Cdecl]<nint, byte*, int*, byte*, int>)Find("secp256k1_ecdsa_recoverable_signature_serialize_compact");
        Recover = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, byte*, int>)Find("secp256k1_ecdsa_recover");
    }

    public delegate* unmanaged[Cdecl]<uint, nint> ContextCreate { get; }

    public delegate* unmanaged[Cdecl]<nint, delegate* unmanaged[Cdecl]<byte*, void*, void>, void*, void> ContextSetIllegalCallback { get; }

    public delegate* unmanaged[Cdecl]<nint, byte*, int> ContextRandomize { get; }

    public delegate* unmanaged[Cdecl]<nint, byte*, byte*, int> PublicKeyCreate { get; }

    public delegate* unmanaged[Cdecl]<nint, byte*, byte*, nuint, int> PublicKeyParse { get; }

    public delegate* unmanaged[Cdecl]<nint, byte*, nuint*, byte*, uint, int> PublicKeySerialize { get; }

    public delegate* unmanaged[Cdecl]<nint, byte*, byte*, int> SignatureParse { get; }

    public delegate* unmanaged[Cdecl]<nint, byte*, byte*, int> SignatureNormalize { get; }

    public delegate* unmanaged[Cdecl]<nint, byte*, byte*, byte*, int> Verify { get; }

    public delegate* unmanaged[Cdecl]<nint, byte*, byte*, byte*, void*, void*, int> SignRecoverable { get; }

    public delegate* unmanaged[Cdecl]<nint, byte*, byte*, int, int> RecoverableParse { get; }

    public delegate* unmanaged[Cdecl]<nint, byte*, int*, byte*, int> RecoverableSerialize { get; }

    public delegate* unmanaged[Cdecl]<nint, byte*, byte*, byte*, int> Recover { get; }

    /// <summary>Looks the functions up.</summary>
    /// <param name="library">A loaded library.</param>
    /// <param name="exports">The functions, when all are there.</param>
    /// <param name="missing">One that is not.</param>
    public static bool TryFind(nint library, [NotNullWhen(true)] out NativeExports? exports, [NotNullWhen(false)] out string? missing)
    {
        var found = new NativeExports(library);
        missing = found._missing;
        exports = missing is null ? found : null;
        return exports is not null;
    }

    private nint Find(string name)
    {
        if (NativeLibrary.TryGetExport(_library, name, out var address))
        {
            return address;
        }

        _missing ??= name;
        return 0;
    }
}

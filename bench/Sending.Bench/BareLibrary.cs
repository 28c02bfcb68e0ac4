using System.Runtime.InteropServices;
using Sending.Crypto.Engines;

namespace Sending.Bench;

/// <summary>The least that a call of libsecp256k1 can be: its functions one after the other, without a check.</summary>
internal sealed unsafe class BareLibrary(NativeExports exports)
{
    private readonly nint _context = exports.ContextCreate(NativeExports.SignAndVerify);

    public static BareLibrary Load()
    {
        foreach (var name in NativeSearch.Names)
        {
            if (NativeLibrary.TryLoad(name, out var library) && NativeExports.TryFind(library, out var exports, out _))
            {
                return new BareLibrary(exports);
            }
        }

        throw new DllNotFoundException("libsecp256k1 is not on this machine.");
    }

    public void Recover(Sample sample)
    {
        var signature = stackalloc byte[NativeExports.RecoverableSignatureSize];
        var key = stackalloc byte[NativeExports.PublicKeySize];
        var output = stackalloc byte[65];
        nuint length = 65;
        fixed (byte* digest = sample.Digest, parts = sample.Parts)
        {
            _ = exports.RecoverableParse(_context, signature, parts, sample.RecoveryId);
            _ = exports.Recover(_context, key, signature, digest);
        }

        _ = exports.PublicKeySerialize(_context, output, &length, key, NativeExports.Uncompressed);
    }

    public void Verify(Sample sample)
    {
        var signature = stackalloc byte[NativeExports.SignatureSize];
        var key = stackalloc byte[NativeExports.PublicKeySize];
        fixed (byte* digest = sample.Digest, parts = sample.Parts, encoded = sample.PublicKey)
        {
            _ = exports.PublicKeyParse(_context, key, encoded, (nuint)sample.PublicKey.Length);
            _ = exports.SignatureParse(_context, signature, parts);
            _ = exports.Verify(_context, signature, digest, key);
        }
    }
}

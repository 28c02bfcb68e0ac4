using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Sending.Crypto.Engines;

/// <summary>libsecp256k1. Its context is not written to after it was made, so all threads share it.</summary>
internal sealed unsafe class NativeEngine : SignatureEngine
{
    private readonly NativeExports _exports;
    private readonly nint _context;

    /// <param name="exports">The library's functions.</param>
    /// <param name="file">Where it was found.</param>
    /// <exception cref="InvalidOperationException">The library makes no context.</exception>
    public NativeEngine(NativeExports exports, string file)
    {
        _exports = exports;
        Name = $"libsecp256k1 ({file})";
        _context = exports.ContextCreate(NativeExports.SignAndVerify);
        if (_context == 0)
        {
            throw new InvalidOperationException("The library makes no context.");
        }

        // The library's own answer to an argument that it does not allow is to end the process.
        exports.ContextSetIllegalCallback(_context, &Ignore, null);
        Span<byte> seed = stackalloc byte[32];
        RandomNumberGenerator.Fill(seed);
        fixed (byte* random = seed)
        {
            Require(exports.ContextRandomize(_context, random));
        }

        CryptographicOperations.ZeroMemory(seed);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    protected override void MultiplyGenerator(ReadOnlySpan<byte> scalar, Span<byte> point)
    {
        var key = stackalloc byte[NativeExports.PublicKeySize];
        fixed (byte* secret = scalar)
        {
            Require(_exports.PublicKeyCreate(_context, key, secret));
        }

        Serialize(key, point);
    }

    /// <inheritdoc/>
    protected override bool TryDecodePoint(ReadOnlySpan<byte> encoded, Span<byte> point)
    {
        var key = stackalloc byte[NativeExports.PublicKeySize];
        fixed (byte* input = encoded)
        {
            if (_exports.PublicKeyParse(_context, key, input, (nuint)encoded.Length) == 0)
            {
                return false;
            }
        }

        Serialize(key, point);
        return true;
    }

    /// <inheritdoc/>
    protected override int SignReduced(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> privateKey, Span<byte> signature)
    {
        var recoverable = stackalloc byte[NativeExports.RecoverableSignatureSize];
        int recoveryId;
        fixed (byte* message = digest, secret = privateKey, output = signature)
        {
            Require(_exports.SignRecoverable(_context, recoverable, message, secret, null, null));
            Require(_exports.RecoverableSerialize(_context, output, &recoveryId, recoverable));
        }

        return recoveryId;
    }

    /// <inheritdoc/>
    protected override bool VerifyInRange(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> publicKey)
    {
        var key = stackalloc byte[NativeExports.PublicKeySize];
        var parsed = stackalloc byte[NativeExports.SignatureSize];
        fixed (byte* message = digest, input = signature, encoded = publicKey)
        {
            if (_exports.PublicKeyParse(_context, key, encoded, (nuint)publicKey.Length) == 0 || _exports.SignatureParse(_context, parsed, input) == 0)
            {
                return false;
            }

            // It verifies signatures of low s only; the other s verifies for the same keys.
            _ = _exports.SignatureNormalize(_context, parsed, parsed);
            return _exports.Verify(_context, parsed, message, key) == 1;
        }
    }

    /// <inheritdoc/>
    protected override bool TryRecoverInRange(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, int recoveryId, Span<byte> publicKey)
    {
        var recoverable = stackalloc byte[NativeExports.RecoverableSignatureSize];
        var key = stackalloc byte[NativeExports.PublicKeySize];
        fixed (byte* message = digest, input = signature)
        {
            if (_exports.RecoverableParse(_context, recoverable, input, recoveryId) == 0 || _exports.Recover(_context, key, recoverable, message) == 0)
            {
                return false;
            }
        }

        Serialize(key, publicKey);
        return true;
    }

    private void Serialize(byte* key, Span<byte> publicKey)
    {
        var length = (nuint)publicKey.Length;
        fixed (byte* output = publicKey)
        {
            Require(_exports.PublicKeySerialize(_context, output, &length, key, NativeExports.Uncompressed));
        }
    }

    private static void Require(int success)
    {
        if (success != 1)
        {
            throw new InvalidOperationException("libsecp256k1 refuses arguments that are valid.");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Ignore(byte* message, void* data)
    {
    }
}

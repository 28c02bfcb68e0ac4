using System.Diagnostics;
using System.Security.Cryptography;
using Sending.Crypto;
using Sending.Crypto.Engines;
using Sending.Toolchain;

namespace Sending.Bench;

/// <summary>Recovering, verifying and signing over secp256k1, in turns with what else there is for it.</summary>
internal static class Signatures
{
    private const int BatchSize = 1_024;

    public static async Task MeasureAsync(NodeToolchain toolchain, CancellationToken cancellationToken)
    {
        await toolchain.CompileContractsAsync(new ErrorStreamProgress(), cancellationToken);
        using var peers = new NodePeers(toolchain);
        var managed = new ManagedEngine();
        var native = NativeSearch.TryLoad(NativeSearch.Names, out var found, out _) ? found : null;
        var bare = native is null ? null : BareLibrary.Load();
        Console.WriteLine(native is null ? "libsecp256k1 is not on this machine: its rows are left out." : native.Name);
        var samples = Samples.Make(managed);
        using var openSsl = samples.ImportToSystem();
        var address = new byte[EthereumAddress.Length];
        var signature = new byte[EthereumSignature.Length];
        Contestant? Ours(SignatureEngine? engine, string name, Action<SignatureEngine, Sample> action) =>
            engine is null ? null : Contestant.Here(name, () => action(engine, samples.Next()));

        await Table.WriteAsync("recover", Present(
            Ours(native, "here, libsecp256k1, to the address", Recover),
            bare is null ? null : Contestant.Here("bare libsecp256k1, to the public key", () => bare.Recover(samples.Next())),
            Ours(managed, "here, BouncyCastle, to the address", Recover),
            Contestant.Here("BouncyCastle, generic curve", () => GenericCurve.Recover(samples.Next())),
            peers.Contestant("viem, to the address", "viem-recover"),
            peers.Contestant("ethers 5, to the address", "ethers-recover")), cancellationToken);
        await Table.WriteAsync("verify", Present(
            Ours(native, "here, libsecp256k1", Verify),
            bare is null ? null : Contestant.Here("bare libsecp256k1", () => bare.Verify(samples.Next())),
            Ours(managed, "here, BouncyCastle", Verify),
            Contestant.Here("OpenSSL by the base class library", () => Require(openSsl.VerifyHash(samples.OfSystem.Digest, samples.OfSystem.Parts))),
            peers.Contestant("@noble/curves, which viem uses", "noble-verify")), cancellationToken);
        await Table.WriteAsync("sign", Present(
            Ours(native, "here, libsecp256k1", Sign),
            Ours(managed, "here, BouncyCastle", Sign),
            peers.Contestant("viem", "viem-sign")), cancellationToken);
        await MeasureBatchAsync(samples, cancellationToken);

        void Recover(SignatureEngine engine, Sample sample) => Require(EthereumSignature.TryRecover(engine, sample.Digest, sample.Signature, address));
        void Verify(SignatureEngine engine, Sample sample) => Require(engine.Verify(sample.Digest, sample.Parts, sample.PublicKey));
        void Sign(SignatureEngine engine, Sample sample) => engine.Sign(sample.Digest, sample.PrivateKey, signature.AsSpan(0, Secp256k1.SignatureLength));
    }

    private static async Task MeasureBatchAsync(Samples samples, CancellationToken cancellationToken)
    {
        var batch = Enumerable.Range(0, BatchSize).Select(_ => samples.Next()).ToArray();
        var digests = batch.SelectMany(sample => sample.Digest).ToArray();
        var signatures = batch.SelectMany(sample => sample.Signature).ToArray();
        var rates = new List<double>();
        for (var round = 0; round < 12; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await SignatureBatch.RecoverAsync(digests, signatures, cancellationToken);
            rates.Add(BatchSize / Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        Console.WriteLine($"recover in batches of {BatchSize} on {Environment.ProcessorCount} cores, {Secp256k1.Engine}: {Summary.Of(rates)} per second by the clock");
    }

    private static Contestant[] Present(params Contestant?[] contestants) => [.. contestants.OfType<Contestant>()];

    private static void Require(bool success)
    {
        if (!success)
        {
            throw new CryptographicException("A signature that is valid was refused.");
        }
    }
}

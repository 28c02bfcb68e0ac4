using Sending.Bench;
using Sending.Toolchain;

var root = Repository.Find();
switch (args)
{
    case ["startup"]:
        await Startup.MeasureAsync(root, CancellationToken.None);
        return 0;
    case ["encoding"]:
        await Encoding.MeasureAsync(await NodeToolchain.EnsureAsync(root, new ErrorStreamProgress(), CancellationToken.None), CancellationToken.None);
        return 0;
    case ["hashing"]:
        await Hashing.MeasureAsync(await NodeToolchain.EnsureAsync(root, new ErrorStreamProgress(), CancellationToken.None), CancellationToken.None);
        return 0;
    case ["signatures"]:
        await Signatures.MeasureAsync(await NodeToolchain.EnsureAsync(root, new ErrorStreamProgress(), CancellationToken.None), CancellationToken.None);
        return 0;
    case ["outbox"]:
        await OutboxThroughput.MeasureAsync(root, CancellationToken.None);
        return 0;
    case ["follower"]:
        await Follower.MeasureAsync(root, CancellationToken.None);
        return 0;
    case ["resolution"]:
        await Resolution.MeasureAsync(await NodeToolchain.EnsureAsync(root, new ErrorStreamProgress(), CancellationToken.None), CancellationToken.None);
        return 0;
    case ["http"]:
        await HttpResolution.MeasureAsync(root, CancellationToken.None);
        return 0;
    case ["epoch"]:
        await EpochEnd.MeasureAsync(await NodeToolchain.EnsureAsync(root, new ErrorStreamProgress(), CancellationToken.None), CancellationToken.None);
        return 0;
    case ["relay", .. { Length: <= 1 } nats]:
        await RelayThroughput.MeasureAsync(root, nats is [var program] ? program : "nats-server", CancellationToken.None);
        return 0;
    default:
        Console.Error.WriteLine("""
            Measures, each against a baseline in the same run (build with -c Release):
              startup    sending-cli --help against a trivial System.CommandLine program
              encoding   ABI encoding and decoding of events against viem on Node
              hashing    Keccak-256 against BouncyCastle and viem
              signatures recovering, verifying and signing over secp256k1 against bare libsecp256k1, BouncyCastle, OpenSSL, viem and ethers
              outbox     transfers through the outbox against a bare loop on the same devnet
              follower   events of a devnet indexed per second, against only fetching them
              resolution a DID of a thousand changes, cold and warm, against ethr-did-resolver
              http       DIDs resolved over HTTP per second under 100 connections, against /livez of the same server
              epoch      a tree of 100,000 receipts, a settlement of 20 Edges x 10,000, receipts checked per second, against JavaScript and bare recovery
              relay [nats-server]  envelopes stored durably and delivered by an Edge per second, against NATS JetStream that syncs always
            """);
        return 2;
}

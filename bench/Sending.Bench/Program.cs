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
    default:
        Console.Error.WriteLine("""
            Measures, each against a baseline in the same run (build with -c Release):
              startup    sending-cli --help against a trivial System.CommandLine program
              encoding   ABI encoding, decoding of events and Keccak-256 against viem on Node
            """);
        return 2;
}

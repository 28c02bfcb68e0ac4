namespace Sending.Cli.Commands.Demo;

/// <summary>The demo's story: two epochs of a network, from a relayed message to a claimed token.</summary>
/// <param name="realTime">Whether windows are waited for, so that they had better be short.</param>
internal sealed class DemoScript(bool realTime)
{
    /// <summary>What starts its devnet.</summary>
    public DemoAct Start { get; } = new(
        "A local network: the contracts, accounts, three Guardians and two Edges as processes of their own",
        $"devnet up --detach --port 0 --services --epoch {(realTime ? "2m" : "10m")}");

    /// <summary>What follows, in order.</summary>
    public IReadOnlyList<DemoAct> Acts { get; } =
    [
        new("{carol} delegates to the first Edge, and shares what it earns", "delegate 5000 --node edge-1 --account carol"),
        new("{frank} registers a third Edge; he will cheat", "stake 25000 --role edge --account frank"),
        new("Who stakes what", "node list"),
        new("{alice} puts down credit at the Edge that she sends through", "credit deposit 20 --edge edge-1"),
        new("Her identity names it, so that others find her there", "did service add SendingEdge edge-1"),
        new("{bob} does the same with another Edge", "credit deposit 20 --edge edge-2 --account bob"),
        new("…", "did service add SendingEdge edge-2 --account bob"),
        new("{alice} sends a message while Bob is away; his Edge keeps it", "message send \"See you at the harbour\" --to bob"),
        new("{bob} comes, and signs for what he gets", "message receive --account bob"),

        new("The epoch ends", Advance("epoch")),
        new("{frank} commits to a million units that nobody has signed for", $"work commit {{epoch}} --root 0x{new string('6', 64)} --units 1000000 --account frank"),
        new("Edges commit to their receipts, Guardians to what they think of Edges", Advance("w1")),
        new("Guardians fetch all leaves and check every signature; nobody has Frank's, so they ask the chain for a proof of one", Advance("w4")),
        new("No proof came: Frank is convicted. The Guardians sign the settlement, and one submits it", Advance(realTime ? "35s" : "3m")),
        new("What became of the work", "work show {epoch}"),
        new("A tenth of the stake of {frank} is gone", "node show frank"),
        new("Anybody recomputes the settlement from the chain and the leaves, without a key", "epoch verify {epoch}"),

        new("{alice} writes to {bob}, who is there this time", "message send \"I am late\" --to bob") { Meanwhile = "message receive --account bob --count 1 --wait 1m" },
        new("{bob} answers", "message send \"I will wait\" --to alice --account bob"),
        new("{alice} reads it", "message receive"),
        new("She wants a part of her credit back; it comes when this epoch is closed", "credit request 10"),
        new("A Guardian proposes to halve the fee", "gov propose \"Halve the fee\" --set feePerUnit=0.0005 --account guardian-1"),
        new("Voting begins", Advance("6s")),
        new("The Guardians vote", "gov vote 1 for --account guardian-1"),
        new("…", "gov vote 1 for --account guardian-2"),
        new("Voting ends", Advance("31s")),
        new("What was agreed to waits, so that who does not like it can leave", "gov queue 1"),
        new("…", Advance("6s")),
        new("Anybody carries it out", "gov execute 1"),
        new("The fee of the next epoch", "params"),

        new("The second epoch is settled like the first", Advance("w1")),
        new("…", Advance("w4")),
        new("…", Advance(realTime ? "35s" : "3m")),
        new("Nobody objected: it is final, and Edges and Guardians collect what they have earned", Advance(realTime ? "10s" : "1m")),
        new("What the first Edge has earned its operator has collected; it is paid out bit by bit", "rewards show --node edge-1 --account edge-1"),
        new("{carol} claims her part", "rewards claim --node edge-1 --account carol"),
        new("{alice} takes her credit out", "credit withdraw"),
    ];

    private static string Advance(string target) => char.IsAsciiDigit(target[0]) ? $"devnet advance {target} --wait 2m" : $"devnet advance --to {target} --wait 2m";
}

using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Rpc;

namespace Sending.Chain.Events.Projection.Check;

/// <summary>Credit lines, commitments and challenges.</summary>
internal sealed class WorkCheck(ChainConnection connection, ProtocolState state, BlockParameter at, Differences differences)
{
    /// <summary>"0x" and the 168 bits of a root that the contract keeps.</summary>
    private const int RootPrefix = 2 + 42;

    public IEnumerable<Func<CancellationToken, Task>> All()
    {
        var held = state.Credit.Held;
        yield return async token => differences.Compare("credit", "held", held, await connection.Credit.CreditHeldQueryAsync(at).WaitAsync(token));
        foreach (var line in state.Credit.ListLines())
        {
            yield return token => CheckLineAsync(line, token);
        }

        foreach (var payer in state.Credit.ListLimitedPayers())
        {
            var (now, next) = (state.Credit.SignerLimitAt(payer, state.Epoch), state.Credit.SignerLimitAt(payer, state.Epoch + 1));
            yield return async token => differences.Compare(
                $"signer limit of {payer}",
                "now",
                now ?? ulong.MaxValue,
                await connection.Credit.SignerLimitAtQueryAsync(payer, state.Epoch, at).WaitAsync(token));
            yield return async token => differences.Compare(
                $"signer limit of {payer}",
                "next epoch",
                next ?? ulong.MaxValue,
                await connection.Credit.SignerLimitAtQueryAsync(payer, state.Epoch + 1, at).WaitAsync(token));
        }

        var commitments = state.Work.ListCommitments();
        var newest = commitments.GroupBy(commitment => commitment.Edge).ToDictionary(group => group.Key, group => group.Max(commitment => commitment.Epoch));
        foreach (var commitment in commitments)
        {
            yield return token => CheckCommitmentAsync(commitment, newest[commitment.Edge] == commitment.Epoch, token);
            foreach (var challenge in state.Work.ListChallenges(commitment.Epoch, commitment.Edge))
            {
                yield return token => CheckChallengeAsync(commitment, challenge, token);
            }
        }

        foreach (var epoch in commitments.Select(commitment => commitment.Epoch).Distinct())
        {
            var value = state.Work.ValueOf(epoch);
            yield return async token => differences.Compare(
                $"epoch {epoch}",
                "value of the work",
                value,
                await connection.Work.WorkValueQueryAsync(epoch, epoch, at).WaitAsync(token));
        }
    }

    private async Task CheckLineAsync(IndexedLine line, CancellationToken cancellationToken)
    {
        var info = (await connection.Credit.LineOfQueryAsync(line.Payer, line.Edge, at).WaitAsync(cancellationToken)).ReturnValue1;
        var subject = $"credit line of {line.Payer} at {line.Edge}";
        differences.Compare(subject, "balance", line.Balance, info.Balance);
        differences.Compare(subject, "deposited less paid out", line.Deposited - line.PaidOut, info.Balance);
        differences.Compare(subject, "requested", line.Requested, info.Requested);
        differences.Compare(subject, "request's epoch", line.RequestEpoch, info.RequestEpoch);
        differences.Compare(subject, "opened in", line.OpenedEpoch, info.OpenedEpoch);
    }

    /// <summary>Root and units are forgotten by the contract when the Edge commits a later epoch's work.</summary>
    private async Task CheckCommitmentAsync(IndexedCommitment commitment, bool newest, CancellationToken cancellationToken)
    {
        var info = (await connection.Work.CommitmentOfQueryAsync(commitment.Epoch, commitment.Edge, at).WaitAsync(cancellationToken)).Info;
        var subject = $"commitment of {commitment.Edge} to epoch {commitment.Epoch}";
        differences.Compare(subject, "units", newest ? commitment.Units : 0, info.Units);
        differences.Compare(
            subject,
            "root",
            newest ? commitment.Root[..RootPrefix] : "0x" + new string('0', RootPrefix - 2),
            "0x" + Convert.ToHexStringLower(info.RootPrefix));
        differences.Compare(subject, "open challenges", commitment.Unanswered, info.OpenChallenges);
        differences.Compare(subject, "convicted", commitment.Convicted, info.Convicted);
        differences.Compare(subject, "rejected", commitment.Rejected, info.Rejected);
    }

    private async Task CheckChallengeAsync(IndexedCommitment commitment, IndexedChallenge challenge, CancellationToken cancellationToken)
    {
        var info = await connection.Work.ChallengeOfQueryAsync(commitment.Epoch, commitment.Edge, (ulong)challenge.Unit, at).WaitAsync(cancellationToken);
        var subject = $"challenge of unit {challenge.Unit} of {commitment.Edge} in epoch {commitment.Epoch}";
        differences.Compare(subject, "state", (int)challenge.State, info.State);
        if (challenge.State == ChallengeState.Open)
        {
            differences.Compare(subject, "challenger", challenge.Challenger, info.Challenger);
            differences.Compare(subject, "bond", challenge.Bond, info.Bond);
        }
    }
}

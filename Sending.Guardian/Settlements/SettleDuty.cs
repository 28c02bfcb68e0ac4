using System.Globalization;
using Nethereum.Signer;
using Sending.Chain.Contracts.RewardPool.ContractDefinition;
using Sending.Chain.Duties;
using Sending.Chain.Epochs;
using Sending.Chain.Errors;
using Sending.Chain.Events.Projection;
using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Rpc;
using Sending.Chain.Settlements;
using Sending.Chain.Transactions;
using Sending.Chain.Work;
using Sending.Guardian.Duties;
using Sending.Guardian.Leaves;
using Sending.Guardian.Signing;

namespace Sending.Guardian.Settlements;

/// <summary>
/// Settles the newest epoch whose T+W4 has passed: computes from final blocks, signs, exchanges signatures, submits. What others submitted it recomputes.
/// </summary>
/// <param name="guardian">Which guardian it is; null to observe.</param>
/// <param name="parts">What it is done with.</param>
internal sealed class SettleDuty(GuardianIdentity? guardian, SettleParts parts) : IDuty
{
    private const int MostAttempts = 5;

    private SettlementDocument? _computed;

    /// <inheritdoc/>
    public string Name => "settle";

    /// <inheritdoc/>
    public async Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken)
    {
        var (state, clock) = (moment.State, moment.Clock);
        var epoch = moment.ChainTime - clock.W4 < clock.Genesis ? -1 : clock.EpochAt(moment.ChainTime - clock.W4) - 1;
        if (epoch < 0)
        {
            return DutyReport.Nothing;
        }

        if (state.Settlements.Find(epoch) is { } submitted)
        {
            return await VerifyAsync(state, submitted, cancellationToken);
        }

        if (state.Settlements.Pending is { } pending)
        {
            return new DutyReport(DutyState.Waiting, epoch, $"The settlement of epoch {pending.Epoch} can still be cancelled.", pending.FinalAt);
        }

        var until = moment.EndOf(epoch) + clock.EpochDuration + clock.W4;
        if (await WaitsForFinalityAsync(moment, epoch, cancellationToken) is { } wait)
        {
            return new DutyReport(DutyState.Pending, epoch, wait, until);
        }

        if (await FindMissingAsync(state, SettlementComputer.Required(state, epoch), cancellationToken) is { } missing)
        {
            return new DutyReport(DutyState.Failed, epoch, $"Leaves that are to be settled are not here: {missing}", until);
        }

        var document = await ComputeAsync(state, epoch, cancellationToken);
        return guardian is null
            ? new DutyReport(DutyState.Done, epoch, $"Computed: {document.Digest}.")
            : await BringAboutAsync(moment, guardian, document, until, cancellationToken);
    }

    /// <summary>Nothing that has gone into a settlement may be taken back: a guardian signs once.</summary>
    private async Task<string?> WaitsForFinalityAsync(DutyMoment moment, long epoch, CancellationToken cancellationToken)
    {
        var final = (await parts.Connection.GetHeadAsync(parts.Finality, cancellationToken)).Time;
        var needed = moment.State.Settlements.All.Select(settlement => settlement.FinalAt).Append(moment.EndOf(epoch) + moment.Clock.W4).Max();
        return final >= needed ? null : $"The chain has not finalised a block of {ChainTime.Format(needed)} or later yet.";
    }

    private async Task<string?> FindMissingAsync(ProtocolState state, IReadOnlyList<LeafSetHeader> required, CancellationToken cancellationToken)
    {
        var wanted = required.Select(header => (Header: header, Sources: LeafSources.Of(state, header.Edge))).ToList();
        var problems = await Task.WhenAll(wanted.Select(each => parts.Auditor.ObtainAsync(each.Header, each.Sources, cancellationToken)));
        return problems.FirstOrDefault(problem => problem is not null);
    }

    private async Task<SettlementDocument> ComputeAsync(ProtocolState state, long epoch, CancellationToken cancellationToken)
    {
        var previous = state.Settlements.LastFinal?.Digest ?? Word.Hash(new byte[32]);
        if (_computed is { } known && known.Settlement.Epoch == epoch && Word.Hash(known.Settlement.Previous) == previous)
        {
            return known;
        }

        _computed = SettlementDocument.Of(await parts.Computer.ComputeAsync(state, epoch, cancellationToken), parts.Domain);
        parts.Store.Save(_computed);
        return _computed;
    }

    private async Task<DutyReport> BringAboutAsync(DutyMoment moment, GuardianIdentity self, SettlementDocument document, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (state, epoch) = (moment.State, (long)document.Settlement.Epoch);
        string? refused = null;
        if (self.MaySign(state, epoch))
        {
            try
            {
                // On record before it is anywhere else.
                parts.Book.Add(state, document.Settlement, new GuardianSignature(self.Owner, parts.Record!.Sign(document.Settlement, parts.Key!)));
            }
            catch (SendingException error) when (error.Code == ErrorCode.SigningRefused)
            {
                refused = error.Message;
            }
        }

        await parts.Exchange.CollectAsync(state, epoch, cancellationToken);
        var quorum = Quorum.Of(state, epoch, parts.Book.List(document.Digest), signature => document.Settlement.RecoverSigner(parts.Domain, signature.Signature));
        if (!quorum.IsReached)
        {
            var standing = $"{quorum.Counted} guardians have signed, with {(quorum.Total.IsZero ? 0 : quorum.Signed * 100 / quorum.Total)} % of the stake.";
            return new DutyReport(refused is null ? DutyState.Pending : DutyState.Failed, epoch, refused ?? standing, until);
        }

        var turn = Turns.Of(moment, self, epoch, moment.EndOf(epoch) + moment.Clock.W4);
        if (moment.ChainTime < turn)
        {
            return new DutyReport(DutyState.Pending, epoch, "Enough have signed; it is another guardian's turn to submit.", until) { GoesOn = turn };
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"submit-settlement/{epoch}");
        return DutyTransactions.Report(parts.Transactions.Bring(key, () => Submit(self, document.Settlement, quorum), until, MostAttempts), epoch, until);
    }

    private TransactionCall Submit(GuardianIdentity self, SettlementMessage settlement, Quorum quorum) => TransactionCall.Of(
        parts.Connection.Deployment.Contracts.RewardPool,
        new SubmitSettlementFunction
        {
            Settlement = EquivocationDuty.ToContract(settlement),
            Guardians = [.. quorum.Signatures.Select(signature => signature.Guardian)],
            Signatures = [.. quorum.Signatures.Select(signature => signature.Signature)],
        },
        self.Operator);

    /// <summary>What is submitted is kept, to be served and built upon, and computed anew where it is not what was computed here.</summary>
    private async Task<DutyReport> VerifyAsync(ProtocolState state, IndexedSettlement submitted, CancellationToken cancellationToken)
    {
        await parts.Computer.FiguresOfAsync(state, submitted, cancellationToken);
        return submitted.Stage switch
        {
            SettlementStage.Pending => new DutyReport(DutyState.Done, submitted.Epoch, "Submitted; it becomes final unless it is cancelled.", submitted.FinalAt),
            SettlementStage.Cancelled => new DutyReport(DutyState.Done, submitted.Epoch, "It was cancelled; a later epoch's covers what it covered."),
            _ => new DutyReport(DutyState.Done, submitted.Epoch, "Final."),
        };
    }
}

/// <summary>What settlements are made with.</summary>
/// <param name="Connection">The node.</param>
/// <param name="Finality">Which blocks are final.</param>
/// <param name="Domain">See <see cref="TypedDataDomain.OfRewards"/>.</param>
/// <param name="Auditor">Fetches leaves.</param>
/// <param name="Computer">Computes.</param>
/// <param name="Store">Keeps settlements.</param>
/// <param name="Book">Keeps signatures.</param>
/// <param name="Exchange">Asks the others.</param>
/// <param name="Transactions">Sends.</param>
/// <param name="Record">Signs once; null to observe.</param>
/// <param name="Key">The operator's key; null to observe.</param>
internal sealed record SettleParts(
    ChainConnection Connection,
    Finality Finality,
    TypedDataDomain Domain,
    LeafAuditor Auditor,
    SettlementComputer Computer,
    SettlementStore Store,
    SignatureBook Book,
    SignatureExchange Exchange,
    DutyTransactions Transactions,
    SigningRecord? Record,
    EthECKey? Key);

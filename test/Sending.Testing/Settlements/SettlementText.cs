using Sending.Chain.Events.Storage;
using Sending.Chain.Formats;
using Sending.Chain.Settlements;

namespace Sending.Testing.Settlements;

/// <summary>Every figure of a settlement, as <c>test/support/settlement.mjs</c> writes it.</summary>
public static class SettlementText
{
    public static string Of(SettlementResult result, TypedDataDomain domain) => Of(result.Message, result.Figures, result.Epochs, domain);

    public static string Of(SettlementDocument document, TypedDataDomain domain) => Of(document.Settlement, document.Figures, document.Epochs, domain);

    private static string Of(SettlementMessage message, CumulativeFigures figures, IEnumerable<EpochFigures> epochs, TypedDataDomain domain) => string.Join(
        '\n',
        [
            Word.Hash(message.Digest(domain)),
            $"{message.Epoch}",
            Word.Hash(message.Previous),
            Word.Hash(message.EarningsRoot),
            $"{message.TotalEarned}",
            Word.Hash(message.ChargesRoot),
            $"{message.TotalCharged}",
            .. figures.Earnings.Select(entry => $"{entry.Node} {entry.Cumulative}").Order(StringComparer.Ordinal),
            .. figures.Charges.Select(line => $"{line.Payer} {line.Edge} {line.Cumulative}").Order(StringComparer.Ordinal),
            .. epochs.SelectMany(epoch => (IEnumerable<string>)
            [
                $"epoch {epoch.Epoch} {epoch.EdgeBudget} {epoch.GuardianBudget} {epoch.Charged} {epoch.Earned}",
                .. epoch.Edges.Select(edge => $"{edge.Edge} {edge.Score} {(edge.Stands ? "true" : "false")} {edge.Charged} {edge.Fees} {edge.Subsidy}"),
                .. epoch.Guardians.Select(guardian => $"{guardian.Guardian} {guardian.Pay}"),
            ]),
        ]);
}

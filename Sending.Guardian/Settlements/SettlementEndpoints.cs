using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sending.Chain.Events.Projection;
using Sending.Chain.Http.Problems;
using Sending.Chain.Settlements;

namespace Sending.Guardian.Settlements;

/// <summary>
/// Settlements, to anybody: <c>GET /v1/settlements/{epoch|latest}</c>, <c>…/signatures</c>, <c>…/earnings/{node}</c>, <c>…/charges/{payer}/{edge}</c>. What is
/// on chain is preferred to what was computed for the same epoch.
/// </summary>
/// <param name="index">What is on chain.</param>
/// <param name="store">Keeps settlements.</param>
/// <param name="book">Keeps signatures.</param>
internal sealed class SettlementEndpoints(IProtocolSource index, SettlementStore store, SignatureBook book)
{
    private const string Epoch = "epoch";
    private const string Latest = "latest";

    private (string Digest, SettlementProofs Proofs)? _proofs;

    /// <summary>Serves them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        const string settlement = "/v1/settlements/{" + Epoch + "}";
        app.MapGet(settlement, Requests.Guard(context => Requests.WriteAsync(context, StatusCodes.Status200OK, Find(context).ToJson())));
        app.MapGet(settlement + "/signatures", Requests.Guard(SignaturesAsync));
        app.MapGet(settlement + "/earnings/{node}", Requests.Guard(context =>
            ProofAsync(context, proofs => proofs.FindEarnings(Value(context, "node"))?.ToJson(), "This node has earned nothing by the settlement.")));
        app.MapGet(settlement + "/charges/{payer}/{edge}", Requests.Guard(context =>
            ProofAsync(context, proofs => proofs.FindCharge(Value(context, "payer"), Value(context, "edge"))?.ToJson(), "This credit line was opened after the settlement's epoch, or never.")));
    }

    private Task SignaturesAsync(HttpContext context)
    {
        var document = Find(context);
        return Requests.WriteAsync(context, StatusCodes.Status200OK, new SettlementSignatures(document.Settlement, document.Digest, book.List(document.Digest)).ToJson());
    }

    private Task ProofAsync(HttpContext context, Func<SettlementProofs, byte[]?> find, string otherwise)
    {
        var document = Find(context);

        // The trees of the last one asked for are kept; nearly everybody asks for the same.
        var proofs = _proofs is { } known && known.Digest == document.Digest ? known.Proofs : new SettlementProofs(document.Figures);
        _proofs = (document.Digest, proofs);
        return find(proofs) is { } proof
            ? Requests.WriteAsync(context, StatusCodes.Status200OK, proof)
            : throw new RefusalException(new Refusal(StatusCodes.Status404NotFound, ProblemCode.NotInSettlement, "The settlement does not have it", otherwise));
    }

    private SettlementDocument Find(HttpContext context)
    {
        var text = Value(context, Epoch);
        using var state = index.Open();
        var onChain = text == Latest ? state?.Settlements.LastFinal : null;
        if (onChain is null && text != Latest)
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch))
            {
                throw new RefusalException(Refusal.Malformed($"An epoch is a whole number, or {Latest} for the newest settlement that is final."));
            }

            onChain = state?.Settlements.Find(epoch);
            if (onChain is null && store.Find(epoch) is { } computed)
            {
                return computed;
            }
        }

        return (onChain is null ? null : store.Find(onChain.Digest)) ?? throw new RefusalException(new Refusal(
            StatusCodes.Status404NotFound, ProblemCode.UnknownSettlement, "No such settlement is kept here", "The settlement was not computed here, or is not kept any more. Ask another guardian."));
    }

    private static string Value(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;
}

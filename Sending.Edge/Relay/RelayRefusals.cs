using Microsoft.AspNetCore.Http;
using Sending.Chain.Formats;
using Sending.Chain.Http.Problems;

namespace Sending.Edge.Relay;

/// <summary>Why an envelope is not relayed.</summary>
internal static class RelayRefusals
{
    public static RefusalException NotTheSender(Did from, Did session) => new(new Refusal(
        StatusCodes.Status403Forbidden, ProblemCode.NotTheSender, "The envelope is of somebody else", $"The envelope is from {from}, and this session is {session}'s."));

    public static RefusalException NoPayer() => new(new Refusal(
        StatusCodes.Status403Forbidden, ProblemCode.NoPayer, "Nobody pays for this session", "It was logged in with no payer, and this costs. Log in with one."));

    public static RefusalException BodyTooLarge(int length, int most) => new(new Refusal(
        StatusCodes.Status413PayloadTooLarge, ProblemCode.TooLarge, "The envelope is too large", $"Its body has {length} bytes; at most {most} are taken. Send it in parts."));

    public static RefusalException TtlTooLong(int ttl, int most) => new(new Refusal(
        StatusCodes.Status422UnprocessableEntity, ProblemCode.TtlTooLong, "The time to live is too long", $"It is {ttl} seconds; this Edge keeps envelopes for at most {most}."));

    public static RefusalException NoHome(Did recipient) => new(new Refusal(
        StatusCodes.Status422UnprocessableEntity,
        ProblemCode.NoHomeEdge,
        "No home Edge of the recipient is known",
        $"The document of {recipient} names none that is registered and active, and it has not logged in here. Name one by the recipient's user id."));

    public static RefusalException NotAtHome(Did recipient) => new(new Refusal(
        StatusCodes.Status404NotFound, ProblemCode.NotAtHome, "The recipient is not at home here", $"{recipient} names other Edges, or none, and has not logged in here."));

    public static RefusalException NotAnEdge(Did did) => new(new Refusal(
        StatusCodes.Status403Forbidden, ProblemCode.NotAnEdge, "Only Edges forward", $"{did} did not log in by the operator of a registered and active Edge."));
}

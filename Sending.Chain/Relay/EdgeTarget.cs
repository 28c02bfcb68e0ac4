using Sending.Chain.Deployments;
using Sending.Chain.Errors;
using Sending.Chain.Relay.Wire;

namespace Sending.Chain.Relay;

/// <summary>The Edge that a client means: what it knows itself, which the Edge must agree with.</summary>
/// <param name="Url">Public base URL.</param>
/// <param name="Owner">Owner of its node (EIP-55); receipts are for it.</param>
/// <param name="Deployment">Chain and contracts.</param>
public sealed record EdgeTarget(Uri Url, string Owner, Deployment Deployment)
{
    /// <summary>Checks what the Edge tells of itself.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.WrongChain"/>, or <see cref="ErrorCode.EdgeRefused"/>: it is another Edge.</exception>
    public void Check(EdgeInfo info)
    {
        if (info.ChainId != Deployment.ChainId || info.WorkProofs != Deployment.Contracts.WorkProofs)
        {
            throw new SendingException(
                ErrorCode.WrongChain,
                $"The Edge at {Url} is of another network (chain {info.ChainId}, receipts for {info.WorkProofs}). Use one of this network.",
                new Dictionary<string, string> { ["edge"] = Url.ToString() });
        }

        if (info.Edge != Owner)
        {
            throw new SendingException(
                ErrorCode.EdgeRefused,
                $"At {Url} is the Edge of {info.Edge}, not that of {Owner}. Its endpoint may have changed: look it up anew.",
                new Dictionary<string, string> { ["edge"] = Url.ToString(), [EdgeProblem.Detail] = "another-edge" });
        }
    }
}

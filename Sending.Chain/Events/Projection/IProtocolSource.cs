using Sending.Chain.Errors;

namespace Sending.Chain.Events.Projection;

/// <summary>Where the protocol's state comes from: an index that is read when somebody asks, or one that a service keeps at the newest block.</summary>
public interface IProtocolSource
{
    /// <summary>The newest block that is indexed, after the chain was read if it has to be.</summary>
    /// <param name="age">How long ago that may have been, where it is done only when somebody asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SendingException">The chain cannot be read, or nothing of it is read yet.</exception>
    ValueTask<IndexedBlock> RefreshAsync(TimeSpan age, CancellationToken cancellationToken);

    /// <summary>The state as it is indexed, to be disposed of soon; null while nothing is.</summary>
    /// <exception cref="SendingException">The index cannot be read.</exception>
    ProtocolState? Open();
}

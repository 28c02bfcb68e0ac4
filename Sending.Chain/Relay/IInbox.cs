using Sending.Chain.Relay.Wire;

namespace Sending.Chain.Relay;

/// <summary>Where an application keeps what it receives. An envelope may come more than once; only the application can know what it has.</summary>
public interface IInbox
{
    /// <summary>Keeps an envelope, durably if it must not be lost: once this returns, the Edge is told that it may forget it.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="cancellationToken">Gives up; it will come again.</param>
    ValueTask<InboxVerdict> AddAsync(Envelope envelope, CancellationToken cancellationToken);
}

/// <summary>What an application says to an envelope.</summary>
public enum InboxVerdict
{
    /// <summary>It is kept now.</summary>
    New,

    /// <summary>It was kept before.</summary>
    Known,

    /// <summary>It is not wanted: it is neither acknowledged nor paid for, and stays at the Edge until its time is over.</summary>
    Unwanted,
}

namespace Sending.Chain.Events.Following;

/// <summary>
/// How many blocks to ask for at once. It doubles while answers are small, follows the number of events and the time an answer takes, halves
/// (or takes the provider's own hint) when a range is refused, and grows only slowly after that.
/// </summary>
internal sealed class LogRange(FollowerOptions options)
{
    private const int CalmAnswers = 8;

    private int _calm = CalmAnswers;

    /// <summary>Blocks in the next request.</summary>
    public int Blocks { get; private set; } = Math.Clamp(options.FirstBlocksPerRequest, 1, options.MaxBlocksPerRequest);

    /// <summary>The provider refused a range, or did not come to an end with it.</summary>
    /// <param name="asked">The blocks asked for.</param>
    /// <param name="hint">What the provider says it would take; null when it says nothing.</param>
    public void Refused(long asked, long? hint)
    {
        Blocks = (int)Math.Clamp(hint is { } blocks && blocks < asked ? blocks : asked / 2, 1, options.MaxBlocksPerRequest);
        _calm = 0;
    }

    /// <summary>An answer came.</summary>
    /// <param name="asked">The blocks asked for.</param>
    /// <param name="events">Events in the answer.</param>
    /// <param name="elapsed">How long it took.</param>
    public void Answered(long asked, int events, TimeSpan elapsed)
    {
        var load = Math.Max((double)events / options.EventsPerRequest, elapsed / options.TimePerRequest);
        if (load > 1)
        {
            Blocks = (int)Math.Clamp(asked / load, 1, options.MaxBlocksPerRequest);
        }
        else if (asked >= Blocks && load < 0.5)
        {
            // The last range before the head is short and teaches nothing.
            Blocks = (int)Math.Min(options.MaxBlocksPerRequest, _calm < CalmAnswers ? Blocks + Math.Max(1L, Blocks / 8) : Blocks * 2L);
        }

        _calm++;
    }
}

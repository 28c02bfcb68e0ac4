namespace Sending.Chain.Duties;

/// <summary>
/// Something that a service has to do in each epoch, such as to commit its work. It is looked at again and again, may die at any moment and
/// begin anew, and has its effect once: transactions go through the outbox under a key that names the duty (<c>commit-work/17</c>).
/// </summary>
public interface IDuty
{
    /// <summary>Its name, such as <c>commit-work</c>; unique in a service.</summary>
    string Name { get; }

    /// <summary>Does what there is to do now, and tells how it stands. What it throws is told as <see cref="DutyState.Failed"/>, and it is run again.</summary>
    /// <param name="moment">The chain as it is indexed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<DutyReport> RunAsync(DutyMoment moment, CancellationToken cancellationToken);
}

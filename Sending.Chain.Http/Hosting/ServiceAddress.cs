namespace Sending.Chain.Http.Hosting;

/// <summary>Where a service is reached.</summary>
public sealed class ServiceAddress
{
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where it listens; empty before it does.</summary>
    public IReadOnlyList<Uri> Listening { get; private set; } = [];

    /// <summary>Under which URL others reach it; null before it listens.</summary>
    public Uri? Public { get; private set; }

    /// <summary>Waits until it listens.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _known.Task.WaitAsync(cancellationToken);

    internal void Set(IReadOnlyList<Uri> listening, Uri? publicUrl)
    {
        (Listening, Public) = (listening, publicUrl ?? listening[0]);
        _known.TrySetResult();
    }
}

using System.Text.Json;
using Sending.Chain.Duties;
using Sending.Chain.Events.Projection;
using Sending.Chain.Work;

namespace Sending.Chain.Devnet;

/// <summary>
/// Asks services what they still have to do before a moment: those that the devnet has started, and those of other nodes that run on this machine, by the endpoints
/// that their owners have named.
/// </summary>
internal sealed class DevnetDuties(DevnetFolder folder, ProtocolIndex index, HttpClient http)
{
    /// <summary>What services have to do now; empty when they can wait for a later time.</summary>
    /// <param name="block">A service that has not seen this block does not know yet what it has to do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<OpenDuty>> ListAsync(long block, CancellationToken cancellationToken)
    {
        var services = (await DevnetServices.ReadAsync(folder, cancellationToken)).Where(service => service.Process.IsAlive());
        var own = services.ToDictionary(service => service.Url, service => ListAsync(service.Name, service.Url, block, service.Process.IsAlive, cancellationToken));
        var others = (await ListOthersAsync(cancellationToken)).Where(url => !own.ContainsKey(url)).Select(url => ListAsync(url.Authority, url, block, () => false, cancellationToken));
        return [.. (await Task.WhenAll([.. own.Values, .. others])).SelectMany(open => open)];
    }

    private async Task<IReadOnlyList<Uri>> ListOthersAsync(CancellationToken cancellationToken)
    {
        using var state = await index.ReadAsync(cancellationToken);
        return [.. state.Staking.ListNodes().Select(LeafSources.UrlOf).OfType<Uri>().Where(url => url.IsLoopback).Distinct()];
    }

    /// <param name="name">What it is called.</param>
    /// <param name="url">Where it listens.</param>
    /// <param name="block">What it must have seen.</param>
    /// <param name="isExpected">Whether it ought to answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task<IReadOnlyList<OpenDuty>> ListAsync(string name, Uri url, long block, Func<bool> isExpected, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri(url, "/v1/duties"), cancellationToken));
            return answer.RootElement.GetProperty("block") is { ValueKind: JsonValueKind.Number } seen && seen.GetInt64() >= block
                ? [.. answer.RootElement.GetProperty("duties").EnumerateArray().Where(IsOpen).Select(duty => new OpenDuty($"{name}: {Describe(duty)}", GoesOn(duty)))]
                : [new OpenDuty($"{name}: has not seen block {block} yet", null)];
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException || (error is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return isExpected() ? [new OpenDuty($"{name}: does not answer ({error.Message})", null)] : [];
        }
    }

    private static bool IsOpen(JsonElement duty)
        => Enum.TryParse<DutyState>(duty.GetProperty("state").GetString(), ignoreCase: true, out var state) && state is DutyState.Pending or DutyState.Failed;

    private static DateTimeOffset? GoesOn(JsonElement duty)
        => duty.TryGetProperty("goesOn", out var time) && time.ValueKind == JsonValueKind.String && time.TryGetDateTimeOffset(out var goesOn) ? goesOn : null;

    private static string Describe(JsonElement duty)
    {
        var epoch = duty.GetProperty("epoch") is { ValueKind: JsonValueKind.Number } number ? $" of epoch {number.GetInt64()}" : "";
        return $"{duty.GetProperty("name").GetString()}{epoch} {(duty.GetProperty("note").GetString() is { } note ? $"({note})" : "")}".TrimEnd();
    }
}

/// <summary>A duty that has to be done in the window that is open.</summary>
/// <param name="Description">Whose it is, and what it waits for.</param>
/// <param name="GoesOn">When it goes on, where it waits for nothing but the chain's clock.</param>
internal sealed record OpenDuty(string Description, DateTimeOffset? GoesOn);

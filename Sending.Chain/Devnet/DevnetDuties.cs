using System.Globalization;
using System.Text.Json;
using Sending.Chain.Duties;

namespace Sending.Chain.Devnet;

/// <summary>Asks the services of a devnet what they still have to do before a moment.</summary>
internal sealed class DevnetDuties(DevnetFolder folder, HttpClient http)
{
    /// <summary>What would be missed if the clock stood at <paramref name="moment"/> now: a line for each duty; empty when nothing would.</summary>
    /// <param name="block">A service that has not seen this block does not know yet what it has to do.</param>
    /// <param name="moment">By the chain's clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>> ListBeforeAsync(long block, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var services = (await DevnetServices.ReadAsync(folder, cancellationToken)).Where(service => service.Process.IsAlive());
        return [.. (await Task.WhenAll(services.Select(service => ListBeforeAsync(service, block, moment, cancellationToken)))).SelectMany(lines => lines)];
    }

    private async Task<IReadOnlyList<string>> ListBeforeAsync(DevnetService service, long block, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri(service.Url, "/v1/duties"), cancellationToken));
            return answer.RootElement.GetProperty("block") is { ValueKind: JsonValueKind.Number } seen && seen.GetInt64() >= block
                ? [.. answer.RootElement.GetProperty("duties").EnumerateArray().Where(duty => Hinders(duty, moment)).Select(duty => $"{service.Name}: {Describe(duty)}")]
                : [$"{service.Name}: has not seen block {block} yet"];
        }
        catch (Exception error) when (error is HttpRequestException or JsonException || (error is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return service.Process.IsAlive() ? [$"{service.Name}: does not answer ({error.Message})"] : [];
        }
    }

    /// <summary>What has to be done in a window that is open at the moment too can wait.</summary>
    private static bool Hinders(JsonElement duty, DateTimeOffset moment)
        => Enum.TryParse<DutyState>(duty.GetProperty("state").GetString(), ignoreCase: true, out var state)
            && state is DutyState.Pending or DutyState.Failed
            && (duty.GetProperty("until").GetString() is not { } until || DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) <= moment);

    private static string Describe(JsonElement duty)
    {
        var epoch = duty.GetProperty("epoch") is { ValueKind: JsonValueKind.Number } number ? $" of epoch {number.GetInt64()}" : "";
        return $"{duty.GetProperty("name").GetString()}{epoch} {(duty.GetProperty("note").GetString() is { } note ? $"({note})" : "")}".TrimEnd();
    }
}

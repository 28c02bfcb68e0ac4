using System.Text.Json;
using Sending.Chain.Duties;

namespace Sending.Chain.Devnet;

/// <summary>Asks the services of a devnet what they still have to do before a moment.</summary>
internal sealed class DevnetDuties(DevnetFolder folder, HttpClient http)
{
    /// <summary>What services have to do now: a line for each duty; empty when they can wait for a later time.</summary>
    /// <param name="block">A service that has not seen this block does not know yet what it has to do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>> ListAsync(long block, CancellationToken cancellationToken)
    {
        var services = (await DevnetServices.ReadAsync(folder, cancellationToken)).Where(service => service.Process.IsAlive());
        return [.. (await Task.WhenAll(services.Select(service => ListAsync(service, block, cancellationToken)))).SelectMany(lines => lines)];
    }

    private async Task<IReadOnlyList<string>> ListAsync(DevnetService service, long block, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri(service.Url, "/v1/duties"), cancellationToken));
            return answer.RootElement.GetProperty("block") is { ValueKind: JsonValueKind.Number } seen && seen.GetInt64() >= block
                ? [.. answer.RootElement.GetProperty("duties").EnumerateArray().Where(IsOpen).Select(duty => $"{service.Name}: {Describe(duty)}")]
                : [$"{service.Name}: has not seen block {block} yet"];
        }
        catch (Exception error) when (error is HttpRequestException or JsonException || (error is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return service.Process.IsAlive() ? [$"{service.Name}: does not answer ({error.Message})"] : [];
        }
    }

    private static bool IsOpen(JsonElement duty)
        => Enum.TryParse<DutyState>(duty.GetProperty("state").GetString(), ignoreCase: true, out var state) && state is DutyState.Pending or DutyState.Failed;

    private static string Describe(JsonElement duty)
    {
        var epoch = duty.GetProperty("epoch") is { ValueKind: JsonValueKind.Number } number ? $" of epoch {number.GetInt64()}" : "";
        return $"{duty.GetProperty("name").GetString()}{epoch} {(duty.GetProperty("note").GetString() is { } note ? $"({note})" : "")}".TrimEnd();
    }
}

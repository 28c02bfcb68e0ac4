using System.Buffers;

namespace Sending.Chain.Wire;

/// <summary>Reads documents of nodes' HTTP services, which may be anybody's: bounded in length and time, with the reason when it does not succeed.</summary>
/// <param name="http">Asks; best without redirects.</param>
/// <param name="time">Measures time-outs.</param>
internal sealed class EndpointReader(HttpClient http, TimeProvider time)
{
    private const int Portion = 64 * 1024;

    /// <summary>The address of a document of a service.</summary>
    /// <param name="service">The service's base URL.</param>
    /// <param name="path">Without a slash in front.</param>
    public static Uri At(Uri service, string path) => new(service.AbsoluteUri.TrimEnd('/') + "/" + path);

    /// <summary>Reads a document.</summary>
    /// <returns>The document; or null and why there is none.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<(byte[]? Document, string Problem)> ReadAsync(Uri url, int atMost, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!response.IsSuccessStatusCode)
            {
                return (null, $"answers {(int)response.StatusCode}");
            }

            return response.Content.Headers.ContentLength > atMost
                ? (null, $"sends more than {atMost} bytes")
                : await ReadBodyAsync(response.Content, atMost, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"does not answer within {timeout.TotalSeconds:0} s");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return (null, error.Message);
        }
    }

    private static async Task<(byte[]? Document, string Problem)> ReadBodyAsync(HttpContent content, int atMost, CancellationToken cancellationToken)
    {
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await body.ReadAsync(buffer.GetMemory(Portion), cancellationToken);
            if (read == 0)
            {
                return (buffer.WrittenSpan.ToArray(), "");
            }

            buffer.Advance(read);
            if (buffer.WrittenCount > atMost)
            {
                return (null, $"sends more than {atMost} bytes");
            }
        }
    }
}

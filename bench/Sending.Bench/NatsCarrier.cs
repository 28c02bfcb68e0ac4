using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using Sending.Toolchain;

namespace Sending.Bench;

/// <summary>
/// A NATS server whose stream is a file that is synced before each message is acknowledged, and clients that consume what is for them and acknowledge it,
/// upon which it is removed: the same promises as an Edge's.
/// </summary>
internal sealed class NatsCarrier : IAsyncDisposable
{
    private const string Stream = "letters";

    private readonly CancellationTokenSource _stop = new();
    private readonly List<(NatsConnection Connection, NatsJSContext Context, Task Running)> _clients = [];
    private readonly Process _server;

    private NatsCarrier(Process server, int clients)
    {
        _server = server;
        Letters = new Letters(clients, SendAsync);
    }

    public Letters Letters { get; }

    /// <summary>Starts it, if this machine has a server that can sync always: 2.10 or newer.</summary>
    /// <param name="program">The server.</param>
    /// <param name="clients">How many there are.</param>
    /// <param name="folder">For its files.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The carrier, or why there is none.</returns>
    public static async Task<(NatsCarrier? Carrier, string Remark)> TryStartAsync(string program, int clients, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var configuration = Path.Combine(folder, "nats.conf");
        await File.WriteAllTextAsync(configuration, $$"""
            listen: "127.0.0.1:-1"
            ports_file_dir: "{{folder}}"
            jetstream { store_dir: "{{folder}}", sync_interval: always }
            """, cancellationToken);
        ChildResult version, check;
        try
        {
            version = await ChildProcess.RunAsync(new ProcessStartInfo(program, ["--version"]), cancellationToken);
            check = await ChildProcess.RunAsync(new ProcessStartInfo(program, ["-t", "-c", configuration]), cancellationToken);
        }
        catch (ToolchainException error)
        {
            return (null, error.Message);
        }

        if (check.ExitCode != 0)
        {
            return (null, $"{version.Output.Trim()}: {check.Tail(1)}");
        }

        var server = Process.Start(new ProcessStartInfo(program, ["-c", configuration]) { RedirectStandardError = true })!;
        server.BeginErrorReadLine();
        var carrier = new NatsCarrier(server, clients);
        try
        {
            await carrier.StartAsync(folder, clients, cancellationToken);
            return (carrier, version.Output.Trim());
        }
        catch
        {
            await carrier.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var (connection, _, running) in _clients)
        {
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await connection.DisposeAsync();
        }

        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
        _stop.Dispose();
    }

    private async Task StartAsync(string folder, int clients, CancellationToken cancellationToken)
    {
        string[] ports;
        while ((ports = Directory.GetFiles(folder, "*.ports")).Length == 0)
        {
            await Task.Delay(50, cancellationToken);
        }

        var url = JsonDocument.Parse(await File.ReadAllTextAsync(ports[0], cancellationToken)).RootElement.GetProperty("nats")[0].GetString()!;
        for (var client = 0; client < clients; client++)
        {
            var connection = new NatsConnection(new NatsOpts { Url = url });
            var context = new NatsJSContext(connection);
            if (client == 0)
            {
                await context.CreateStreamAsync(new StreamConfig(Stream, [$"{Stream}.*"]) { Storage = StreamConfigStorage.File, Retention = StreamConfigRetention.Workqueue }, cancellationToken);
            }

            var consumer = await context.CreateOrUpdateConsumerAsync(
                Stream, new ConsumerConfig(Number(client)) { FilterSubject = Subject(client), AckPolicy = ConsumerConfigAckPolicy.Explicit }, cancellationToken);
            _clients.Add((connection, context, ConsumeAsync(consumer, _stop.Token)));
        }
    }

    private async Task SendAsync(int client, byte[] letter, CancellationToken cancellationToken)
    {
        var answer = await _clients[client].Context.PublishAsync(Subject((client + 1) % _clients.Count), letter, cancellationToken: cancellationToken);
        answer.EnsureSuccess();
    }

    private async Task ConsumeAsync(INatsJSConsumer consumer, CancellationToken cancellationToken)
    {
        await foreach (var message in consumer.ConsumeAsync<byte[]>(cancellationToken: cancellationToken))
        {
            Letters.Arrive(message.Data);
            await message.AckAsync(cancellationToken: cancellationToken);
        }
    }

    private static string Subject(int client) => $"{Stream}.{Number(client)}";

    private static string Number(int client) => client.ToString(CultureInfo.InvariantCulture);
}

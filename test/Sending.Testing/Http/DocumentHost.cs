using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Sending.Testing.Http;

/// <summary>A node's HTTP service on 127.0.0.1 that answers GET requests as a test says: well, badly, slowly.</summary>
public sealed class DocumentHost : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly CancellationTokenSource _stop = new();
    private int _requests;

    /// <param name="answer">The document for a request; null for 404.</param>
    public DocumentHost(Func<HttpRequest, CancellationToken, Task<byte[]?>> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(async context =>
        {
            Interlocked.Increment(ref _requests);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, context.RequestAborted);
            var document = await answer(context.Request, either.Token);
            context.Response.StatusCode = document is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            if (document is not null)
            {
                await context.Response.Body.WriteAsync(document, either.Token);
            }
        });
        _server.Start();
        Url = new Uri(_server.Urls.Single());
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>How many requests it got.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _server.DisposeAsync();
        _stop.Dispose();
    }
}

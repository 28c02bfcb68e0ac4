using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using Nethereum.JsonRpc.Client.RpcMessages;
using Newtonsoft.Json;

namespace Nethereum.JsonRpc.Client;

/// <summary>JSON-RPC over HTTP POST.</summary>
public class RpcClient : ClientBase
{
    private readonly HttpClient _httpClient;
    private readonly Uri _baseUrl;
    private readonly AuthenticationHeaderValue _authentication;
    private readonly JsonSerializerSettings _settings;

    /// <param name="baseUrl">The node; a user and a password in it are sent as basic authentication.</param>
    /// <param name="authHeaderValue">Sent with each request.</param>
    /// <param name="jsonSerializerSettings">How parameters are written.</param>
    /// <param name="httpClientHandler">The handler to send with.</param>
    /// <param name="log">Taken for compatibility; nothing is logged.</param>
    public RpcClient(
        Uri baseUrl,
        AuthenticationHeaderValue authHeaderValue = null,
        JsonSerializerSettings jsonSerializerSettings = null,
        HttpClientHandler httpClientHandler = null,
        ILogger log = null)
        : this(
            baseUrl,
            new HttpClient(httpClientHandler ?? new HttpClientHandler { MaxConnectionsPerServer = MaximumConnectionsPerServer }) { Timeout = Timeout.InfiniteTimeSpan },
            authHeaderValue,
            jsonSerializerSettings,
            log)
    {
    }

    /// <summary>As the other constructor, over a client whose handlers, for example for repeated attempts, and lifetime are the caller's.</summary>
    public RpcClient(
        Uri baseUrl,
        HttpClient httpClient,
        AuthenticationHeaderValue authHeaderValue = null,
        JsonSerializerSettings jsonSerializerSettings = null,
        ILogger log = null)
    {
        _baseUrl = baseUrl;
        _httpClient = httpClient;
        _authentication = authHeaderValue ?? BasicAuthentication(baseUrl);
        _settings = jsonSerializerSettings ?? DefaultJsonSerializerSettingsFactory.BuildDefaultJsonSerializerSettings();
    }

    /// <summary>Connections at once to one node, for clients made from now on.</summary>
    public static int MaximumConnectionsPerServer { get; set; } = 20;

    public override async Task<RpcResponseMessage> SendAsync(RpcRequestMessage request, string route = null) =>
        await PostAsync<RpcResponseMessage>(request, request.Method, route).ConfigureAwait(false);

    protected override async Task<RpcResponseMessage[]> SendAsync(RpcRequestMessage[] requests) =>
        await PostAsync<RpcResponseMessage[]>(requests, string.Join(", ", requests.Select(request => request.Method)), null).ConfigureAwait(false);

    private async Task<TResponse> PostAsync<TResponse>(object body, string method, string route)
        where TResponse : class
    {
        using var timeout = new CancellationTokenSource(ConnectionTimeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, route is null ? _baseUrl : new Uri(_baseUrl, route))
            {
                Content = new StringContent(JsonConvert.SerializeObject(body, _settings), Encoding.UTF8, "application/json"),
            };
            request.Headers.Authorization = _authentication;
            using var response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            var text = await response.Content.ReadAsStringAsync(timeout.Token).ConfigureAwait(false);
            return JsonConvert.DeserializeObject<TResponse>(text, _settings) ?? throw new JsonSerializationException("The answer is empty.");
        }
        catch (OperationCanceledException exception)
        {
            throw new RpcClientTimeoutException($"Rpc timeout after {ConnectionTimeout.TotalMilliseconds} milliseconds", exception);
        }
        catch (Exception exception)
        {
            throw new RpcClientUnknownException("Error occurred when trying to send rpc requests(s): " + method, exception);
        }
    }

    private static AuthenticationHeaderValue BasicAuthentication(Uri url) => url.UserInfo.Length == 0
        ? null
        : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(url.UserInfo))));
}

namespace Nethereum.JsonRpc.Client;

/// <summary>The node answered with an error.</summary>
public class RpcResponseException : Exception
{
    public RpcResponseException(RpcError rpcError)
        : base(rpcError.Message) => RpcError = rpcError;

    public RpcError RpcError { get; }
}

/// <summary>The node did not answer within <see cref="ClientBase.ConnectionTimeout"/>.</summary>
public class RpcClientTimeoutException : Exception
{
    public RpcClientTimeoutException(string message)
        : base(message)
    {
    }

    public RpcClientTimeoutException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The node cannot be reached, or what it answered is no JSON-RPC; the inner exception says more.</summary>
public class RpcClientUnknownException : Exception
{
    public RpcClientUnknownException(string message)
        : base(message)
    {
    }

    public RpcClientUnknownException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The node's result cannot be read as what was asked for.</summary>
public class RpcResponseFormatException : Exception
{
    public RpcResponseFormatException(string message, FormatException innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Requests of a batch failed.</summary>
public class RpcResponseBatchException : Exception
{
    public RpcResponseBatchException(RpcError[] rpcErrors)
        : base("Requests of the batch failed: " + string.Join("; ", rpcErrors.Select(error => error.Message))) => RpcErrors = rpcErrors;

    public RpcError[] RpcErrors { get; }
}

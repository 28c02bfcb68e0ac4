using System.Collections.Concurrent;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.ABI.Model;

namespace Nethereum.Contracts;

/// <summary>The ABI of classes, read from their attributes once.</summary>
public static class ABITypedRegistry
{
    private static readonly AttributesToABIExtractor Extractor = new();
    private static readonly ConcurrentDictionary<Type, FunctionABI> Functions = new();
    private static readonly ConcurrentDictionary<Type, EventABI> Events = new();
    private static readonly ConcurrentDictionary<Type, ErrorABI> Errors = new();

    public static FunctionABI GetFunctionABI<TFunctionMessage>() => GetFunctionABI(typeof(TFunctionMessage));

    public static FunctionABI GetFunctionABI(Type functionABIType) => Functions.GetOrAdd(functionABIType, static type => Extractor.ExtractFunctionABI(type));

    public static EventABI GetEvent<TEvent>() => GetEvent(typeof(TEvent));

    public static EventABI GetEvent(Type type) => Events.GetOrAdd(type, static key => Extractor.ExtractEventABI(key));

    public static ErrorABI GetError<TError>() => GetError(typeof(TError));

    public static ErrorABI GetError(Type type) => Errors.GetOrAdd(type, static key => Extractor.ExtractErrorABI(key));
}

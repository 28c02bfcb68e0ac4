using System.Reflection;
using Nethereum.ABI.FunctionEncoding;

namespace Sending.Nethereum.Tests.ABI;

/// <summary>Encodes and decodes messages whose class is known only when the test runs.</summary>
internal static class AbiCoder
{
    private const string Selector = "0x01020304";

    private static readonly MethodInfo s_decodeOutput =
        typeof(FunctionCallDecoder).GetMethods().Single(method => method.Name == nameof(FunctionCallDecoder.DecodeFunctionOutput) && method.GetParameters().Length == 2);

    private static readonly MethodInfo s_decodeTopics =
        typeof(EventTopicDecoder).GetMethods().Single(method => method.Name == nameof(EventTopicDecoder.DecodeTopics) && method.GetParameters().Length == 3);

    public static string Encode(object message) => "0x" + new FunctionCallEncoder().EncodeRequest(message, message.GetType(), Selector)[Selector.Length..];

    public static object Decode(Type type, string data) => Invoke(s_decodeOutput.MakeGenericMethod(type), new FunctionCallDecoder(), Activator.CreateInstance(type)!, data);

    public static object DecodeLog(Type type, bool isAnonymous, string[] topics, string data) =>
        Invoke(s_decodeTopics.MakeGenericMethod(type), new EventTopicDecoder(isAnonymous), Activator.CreateInstance(type)!, topics, data);

    private static object Invoke(MethodInfo method, object target, params object[] arguments) =>
        method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
}

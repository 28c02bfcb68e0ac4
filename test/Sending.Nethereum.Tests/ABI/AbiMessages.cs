using System.Collections.Concurrent;
using System.Numerics;
using System.Reflection;
using System.Reflection.Emit;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Nethereum.Tests.ABI;

/// <summary>
/// Makes the classes that nethereum-codegen would write for parameters: one property each, with a parameter attribute. So the cases of other
/// libraries go the way of the generated bindings.
/// </summary>
internal static class AbiMessages
{
    // Adding a class to a module costs the more the more it has.
    private const int TypesPerModule = 50;

    private static readonly ConcurrentDictionary<string, Lazy<Type>> s_types = new();
    private static readonly Lock s_making = new();
    private static int s_made;
    private static ModuleBuilder s_module = NewModule();

    /// <param name="parameters">The parameters, in order.</param>
    /// <param name="attribute">The class's own attribute, or null.</param>
    /// <param name="arguments">The arguments of the attribute's constructor.</param>
    public static Type Of(IReadOnlyList<AbiParameter> parameters, Type? attribute = null, params object[] arguments)
    {
        var key = $"{attribute?.Name} {string.Join(' ', arguments)} {string.Join(';', parameters.Select(parameter => parameter.Key))}";
        return s_types.GetOrAdd(key, _ => new Lazy<Type>(() => Make(parameters, attribute, arguments))).Value;
    }

    /// <summary>The properties of such a class, in order.</summary>
    public static PropertyInfo[] Properties(Type message) =>
        [.. message.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute))).OrderBy(property => int.Parse(property.Name[1..], null))];

    private static Type ClrType(AbiParameter parameter) => parameter.Type switch
    {
        _ when parameter.IsArray => typeof(List<>).MakeGenericType(ClrType(parameter.Element)),
        _ when parameter.IsTuple => Of(parameter.Components),
        "address" or "string" => typeof(string),
        "bool" => typeof(bool),
        var type when type.StartsWith("bytes", StringComparison.Ordinal) || type == "function" => typeof(byte[]),
        _ => typeof(BigInteger),
    };

    private static Type Make(IReadOnlyList<AbiParameter> parameters, Type? attribute, object[] arguments)
    {
        var properties = parameters.Select(parameter => (parameter, ClrType(parameter))).ToList();
        lock (s_making)
        {
            if (++s_made % TypesPerModule == 0)
            {
                s_module = NewModule();
            }
            var type = s_module.DefineType("Message" + Guid.NewGuid().ToString("N"), TypeAttributes.Public);
            if (attribute is not null)
            {
                var constructor = attribute.GetConstructor([.. arguments.Select(argument => argument.GetType())])!;
                type.SetCustomAttribute(new CustomAttributeBuilder(constructor, arguments));
            }
            for (var i = 0; i < properties.Count; i++)
            {
                AddProperty(type, properties[i].parameter, properties[i].Item2, i + 1);
            }
            return type.CreateType();
        }
    }

    private static ModuleBuilder NewModule() =>
        AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Messages" + s_made), AssemblyBuilderAccess.Run).DefineDynamicModule("Messages");

    private static void AddProperty(TypeBuilder type, AbiParameter parameter, Type clrType, int order)
    {
        const MethodAttributes Accessor = MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.HideBySig;
        var field = type.DefineField("_p" + order, clrType, FieldAttributes.Private);
        var property = type.DefineProperty("P" + order, PropertyAttributes.None, clrType, null);

        var getter = type.DefineMethod("get_P" + order, Accessor, clrType, null);
        var get = getter.GetILGenerator();
        get.Emit(OpCodes.Ldarg_0);
        get.Emit(OpCodes.Ldfld, field);
        get.Emit(OpCodes.Ret);
        property.SetGetMethod(getter);

        var setter = type.DefineMethod("set_P" + order, Accessor, null, [clrType]);
        var set = setter.GetILGenerator();
        set.Emit(OpCodes.Ldarg_0);
        set.Emit(OpCodes.Ldarg_1);
        set.Emit(OpCodes.Stfld, field);
        set.Emit(OpCodes.Ret);
        property.SetSetMethod(setter);

        var attribute = typeof(ParameterAttribute).GetConstructor([typeof(string), typeof(string), typeof(int), typeof(bool)])!;
        property.SetCustomAttribute(new CustomAttributeBuilder(attribute, [parameter.Type, parameter.Name, order, parameter.Indexed]));
    }
}

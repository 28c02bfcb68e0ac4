using Nethereum.ABI.Model;

namespace Nethereum.ABI.FunctionEncoding;

/// <summary>A decoded value with the parameter it belongs to.</summary>
public class ParameterOutput
{
    public Parameter Parameter { get; set; }

    /// <summary>The byte where the value's head starts in the data.</summary>
    public int DataIndexStart { get; set; }

    public object Result { get; set; }
}

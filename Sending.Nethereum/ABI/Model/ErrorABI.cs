namespace Nethereum.ABI.Model;

/// <summary>A custom error of a contract.</summary>
public class ErrorABI
{
    private Parameter[] _inputParameters = [];
    private AbiSignature _signature;

    public ErrorABI(string name) => Name = name;

    public string Name { get; }

    public Parameter[] InputParameters
    {
        get => _inputParameters;
        set
        {
            _inputParameters = value;
            _signature = null;
        }
    }

    /// <summary>The selector: 4 bytes as hex without prefix.</summary>
    public string Sha3Signature => Hashed.Hash;

    public string Signature => Hashed.Text;

    private AbiSignature Hashed => _signature ??= new AbiSignature(Name, InputParameters ?? [], isSelector: true);
}

namespace Nethereum.ABI.Model;

/// <summary>A custom error of a contract.</summary>
public class ErrorABI
{
    private Parameter[] inputParameters = [];
    private AbiSignature signature;

    public ErrorABI(string name) => Name = name;

    public string Name { get; }

    public Parameter[] InputParameters
    {
        get => inputParameters;
        set
        {
            inputParameters = value;
            signature = null;
        }
    }

    /// <summary>The selector: 4 bytes as hex without prefix.</summary>
    public string Sha3Signature => Hashed.Hash;

    public string Signature => Hashed.Text;

    private AbiSignature Hashed => signature ??= new AbiSignature(Name, InputParameters ?? [], isSelector: true);
}

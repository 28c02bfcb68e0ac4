namespace Nethereum.ABI.Model;

/// <summary>A function of a contract.</summary>
public class FunctionABI
{
    private Parameter[] _inputParameters = [];
    private AbiSignature _signature;

    public FunctionABI(string name, bool constant, bool serpent = false)
    {
        Name = name;
        Constant = constant;
        Serpent = serpent;
    }

    public bool Serpent { get; }

    public bool Constant { get; }

    public string StateMutability { get; set; }

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

    public Parameter[] OutputParameters { get; set; }

    /// <summary>The selector: 4 bytes as hex without prefix.</summary>
    public string Sha3Signature => Hashed.Hash;

    /// <summary>Such as <c>transfer(address,uint256)</c>.</summary>
    public string Signature => Hashed.Text;

    private AbiSignature Hashed => _signature ??= new AbiSignature(Name, InputParameters ?? [], isSelector: true);
}

namespace Nethereum.ABI.Model;

/// <summary>An event of a contract.</summary>
public class EventABI
{
    private Parameter[] _inputParameters = [];
    private AbiSignature _signature;

    public EventABI(string name)
        : this(name, isAnonymous: false)
    {
    }

    public EventABI(string name, bool isAnonymous)
    {
        Name = name;
        IsAnonymous = isAnonymous;
    }

    public string Name { get; }

    public bool IsAnonymous { get; set; }

    public Parameter[] InputParameters
    {
        get => _inputParameters;
        set
        {
            _inputParameters = value;
            _signature = null;
        }
    }

    /// <summary>The first topic of its logs, unless it is anonymous: 32 bytes as hex without prefix.</summary>
    public string Sha3Signature => Hashed.Hash;

    public string Signature => Hashed.Text;

    public int NumberOfIndexes => InputParameters?.Count(parameter => parameter.Indexed) ?? 0;

    private AbiSignature Hashed => _signature ??= new AbiSignature(Name, InputParameters ?? [], isSelector: false);
}

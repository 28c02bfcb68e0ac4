using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Contracts.CQS;
using Nethereum.Contracts;
using System.Threading;

namespace Sending.Chain.Contracts.DidRegistry.ContractDefinition
{


    public partial class DidRegistryDeployment : DidRegistryDeploymentBase
    {
        public DidRegistryDeployment() : base(BYTECODE) { }
        public DidRegistryDeployment(string byteCode) : base(byteCode) { }
    }

    public class DidRegistryDeploymentBase : ContractDeploymentMessage
    {
        public static string BYTECODE = "0x60a0604052348015600e575f5ffd5b5060408051808201909152600a81526914d95b991a5b99d11a5960b21b6020909101527f2c800b7ceda2ed636193b4380ef4af1df744c0c76489ab31fb0b82b62446ee856080819052611f1b61006c5f395f610f790152611f1b5ff3fe608060405234801561000f575f5ffd5b5060043610610152575f3560e01c806380b29f7c116100bf578063a3fd49a211610079578063a3fd49a214610357578063a7068d661461036a578063b174b5731461037d578063e476af5c14610390578063f00d4b5d146103a3578063f96d0f9f146103b6575f5ffd5b806380b29f7c146102be57806384b0196e146102d1578063860199ca146102ec5780638733d4e81461031e57806393072684146103315780639c2c1b2b14610344575f5ffd5b806330285c341161011057806330285c341461020d578063303949c7146102205780633ea053eb14610256578063622b2a3c1461026957806370ae92d21461028c5780637ad4b0a4146102ab575f5ffd5b8062c023da14610156578063022914a71461016b5780630d44625b146101b3578063123b5e98146101d45780631b8598ff146101e7578063240cf1fa146101fa575b5f5ffd5b6101696101643660046116e8565b6103ed565b005b61019661017936600461173e565b6001600160a01b039081165f908152602081905260409020541690565b6040516001600160a01b0390911681526020015b60405180910390f35b6101c66101c136600461175e565b610409565b6040519081526020016101aa565b6101696101e23660046117a7565b61047b565b6101696101f536600461186b565b6104c9565b6101696102083660046118ba565b6104e4565b61016961021b36600461190d565b610541565b6101c661022e36600461173e565b6001600160a01b03165f90815260208190526040902054600160a01b900464ffffffffff1690565b61016961026436600461173e565b61064d565b61027c61027736600461175e565b610664565b60405190151581526020016101aa565b6101c661029a36600461173e565b60026020525f908152604090205481565b6101696102b9366004611996565b610682565b6101696102cc36600461175e565b6106a0565b6102d96106b5565b6040516101aa9796959493929190611a21565b61027c6102fa36600461173e565b6001600160a01b03165f90815260208190526040902054600160f81b900460ff1690565b61019661032c36600461173e565b610744565b61016961033f366004611ab7565b61076c565b610169610352366004611b12565b6107d5565b61016961036536600461173e565b610847565b610169610378366004611b7a565b61085a565b6101c661038b366004611bbb565b610870565b61016961039e366004611c11565b6108bc565b6101696103b1366004611c8d565b6108fc565b6101c66103c436600461173e565b6001600160a01b03165f90815260208190526040902054600160c81b900465ffffffffffff1690565b610403846103fb8633610914565b858585610969565b50505050565b6001600160a01b038381165f81815260016020908152604080832087845282528083209486168352938152838220549282528190529190912054600160a01b900464ffffffffff1680158015906104605750808210155b1561047357610470600182611cd2565b91505b509392505050565b5f848484846040516020016104939493929190611ce5565b60405160208183030381529060405290506104be896104b58b8b8b8b876109c1565b87878787610abe565b505050505050505050565b6104df836104d78533610914565b338585610b1f565b505050565b604080516a31b430b733b2a7bbb732b960a91b6020820152606083901b6001600160601b031916602b8201528151601f818303018152603f9091019091526105398661053381888888876109c1565b84610cf4565b505050505050565b8242111561056a5760405163cd21db4f60e01b8152600481018490526024015b60405180910390fd5b5f5f61057588610d8e565b915091505f6105c66105c18a848b8b60025f896001600160a01b03166001600160a01b031681526020019081526020015f205f8154809291906105b790611d15565b919050558c610de9565b610f31565b90505f6105d482878761100c565b50509050826001600160a01b0316816001600160a01b031614158015610603575061060183838888611053565b155b15610634576040516310b5d43760e21b81526001600160a01b03808c16600483015284166024820152604401610561565b6106418a85858c8c610b1f565b50505050505050505050565b6106618161065b8333610914565b5f610cf4565b50565b5f4261067985610673866110bd565b85610409565b11949350505050565b610699856106908733610914565b86868686610abe565b5050505050565b6104df836106ae8533610914565b84846110ee565b5f6060805f5f5f60606106e560408051808201909152600a81526914d95b991a5b99d11a5960b21b602082015290565b6040805180820190915260018152603160f81b602082015246305f8060405190808252806020026020018201604052801561072a578160200160208202803683370190505b50600f60f81b9d959c50939a509198509650945092509050565b6001600160a01b0381165f9081526020819052604081206107669083906111c6565b92915050565b604080516d7265766f6b6544656c656761746560901b6020820152602e8101849052606083901b6001600160601b031916604e8201528151604281830301815260629091019091526107cc876107c581898989876109c1565b85856110ee565b50505050505050565b6040516a61646444656c656761746560a81b6020820152602b81018490526001600160601b0319606084901b16604b820152605f81018290525f90607f01604051602081830303815290604052905061083d886108358a8a8a8a876109c1565b8686866111f8565b5050505050505050565b610661816108558333610914565b61127f565b610403846108688633610914565b8585856111f8565b5f5f61087b86610d8e565b9150506108b26105c18783888860025f886001600160a01b03166001600160a01b031681526020019081526020015f205489610de9565b9695505050505050565b5f8383836040516020016108d293929190611d41565b604051602081830303815290604052905061083d886108f48a8a8a8a876109c1565b868686610969565b6109108261090a8433610914565b83610cf4565b5050565b5f5f5f61092085610d8e565b91509150836001600160a01b0316816001600160a01b031614610473576040516316343f1760e31b81526001600160a01b03808716600483015285166024820152604401610561565b846001600160a01b03167f18ab6b2ae3d64306c00ce663125f2bd680e441a098de1635bd7ad8b0d44965e48484845f6109a18a611307565b6040516109b2959493929190611d9a565b60405180910390a25050505050565b5f5f6109cc87610d8e565b81549193509150600160f81b900460ff1615610a06576040516309e848ed60e31b81526001600160a01b0388166004820152602401610561565b6001600160a01b0381165f9081526002602052604081208054309183610a2b83611d15565b919050558986604051602001610a449493929190611dc7565b6040516020818303038152906040528051906020012090505f610a6982898989611345565b50509050826001600160a01b0316816001600160a01b031614610ab2576040516310b5d43760e21b81526001600160a01b03808b16600483015284166024820152604401610561565b50505095945050505050565b856001600160a01b03167f18ab6b2ae3d64306c00ce663125f2bd680e441a098de1635bd7ad8b0d44965e4858585610af58661140d565b610afe8b611307565b604051610b0f959493929190611d9a565b60405180910390a2505050505050565b5f819003610b405760405163aabb9c6360e01b815260040160405180910390fd5b5f805b828110156107cc576005826006811115610b5f57610b5f611e23565b10610b7157610b6e8786610914565b95505b36848483818110610b8457610b84611e37565b9050602002810190610b969190611e4b565b9050610ba56020820182611e69565b92505f836006811115610bba57610bba611e23565b03610be557610be088886020840135610bd66060860186611e87565b8660800135610abe565b610ceb565b6001836006811115610bf957610bf9611e23565b03610c1a57610be088886020840135610c156060860186611e87565b610969565b6002836006811115610c2e57610c2e611e23565b03610c5757610be088886020840135610c4d606086016040870161173e565b85608001356111f8565b6003836006811115610c6b57610c6b611e23565b03610c8f57610be088886020840135610c8a606086016040870161173e565b6110ee565b6004836006811115610ca357610ca3611e23565b03610cb257610be0888861127f565b610ceb88886005866006811115610ccb57610ccb611e23565b14610cd6575f610cf4565b610ce6606085016040860161173e565b610cf4565b50600101610b43565b81546001600160a01b0319166001600160a01b0382169081178355610d3257815464ffffffffff60a01b1916600160a01b4264ffffffffff16021782555b826001600160a01b03167f38a5a6e68f30ed1ab45860a4afb34bcb2fc00f22ca462d249b8a8d40cda6f7a382610d6785611307565b604080516001600160a01b03909316835260208301919091520160405180910390a2505050565b6001600160a01b0381165f90815260208190526040812090610db083836111c6565b90506001600160a01b038116610de457604051639ef8527b60e01b81526001600160a01b0384166004820152602401610561565b915091565b5f808467ffffffffffffffff811115610e0457610e04611d2d565b604051908082528060200260200182016040528015610e2d578160200160208202803683370190505b5090505f5b85811015610e8b57610e66878783818110610e4f57610e4f611e37565b9050602002810190610e619190611e4b565b611434565b828281518110610e7857610e78611e37565b6020908102919091010152600101610e32565b507ffb71b146666044740c9a7d40e9e5c52a58cad0f3663b5deb40992aaa2f3a2e9d888883604051602001610ec09190611eca565b60408051601f198184030181528282528051602091820120908301959095526001600160a01b039384169082015291166060820152608081019190915260a0810185905260c0810184905260e001604051602081830303815290604052805190602001209150509695505050505050565b5f610766610fec60408051808201825260018152603160f81b60209182015281517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f818301527f0000000000000000000000000000000000000000000000000000000000000000818401527fc89efdaa54c0f20c7adf612882df0950f5a951637e0307cdcb4c672f298b8bc660608201524660808201523060a0808301919091528351808303909101815260c0909101909252815191012090565b8360405161190160f01b8152600281019290925260228201526042902090565b5f80806041849003611040578435602086013560408701355f1a61103289828585611345565b95509550955050505061104a565b505f915060029050825b93509350939050565b60408051630b135d3f60e11b808252600482018690526024820192909252604481018390525f91908390818660648301375f82606483010152601f820160051c60051b915060205f60648401838b5afa9050825f5114601f3d111681169350505050949350505050565b5f816040516020016110d191815260200190565b604051602081830303815290604052805190602001209050919050565b6001600160a01b0384165f9081526001602052604081208161110f856110bd565b815260208082019290925260409081015f9081206001600160a01b03861682529283905220549091504281106111675761114a600142611cd2565b6001600160a01b0384165f90815260208490526040902081905590505b856001600160a01b03167f5a5084339536bcab65f20799fcc58724588145ca054bd2be626174b27ba156f785858461119e8a611307565b604080519485526001600160a01b039093166020850152918301526060820152608001610b0f565b80546001600160a01b0316801580156111ec57508154600160a01b900464ffffffffff16155b15610766575090919050565b5f6112028261140d565b6001600160a01b0387165f908152600160205260408120919250829190611228876110bd565b815260208082019290925260409081015f9081206001600160a01b0380891683529352209190915586167f5a5084339536bcab65f20799fcc58724588145ca054bd2be626174b27ba156f785858461119e8a611307565b8054600160f81b900460ff16156112b4576040516309e848ed60e31b81526001600160a01b0383166004820152602401610561565b80546001600160f81b0316600160f81b1781556040516001600160a01b03831681527f2a0a227568097d00783281aada1562938b3419f32a9b6aa3df3b3f8de3311b839060200160405180910390a15050565b8054600160c81b900465ffffffffffff1643811461134057815465ffffffffffff60c81b1916600160c81b4365ffffffffffff16021782555b919050565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561137e57505f91506003905082611403565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa1580156113cf573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b0381166113fa57505f925060019150829050611403565b92505f91508190505b9450945094915050565b4281018181101561134057604051631c4f0e3b60e21b815260048101839052602401610561565b5f7f997b8df8bbcef0972e0162bba8acd9158ba05923462c2b599d1174220fc334b361146b6114666020850185611e69565b6114e6565b6020840135611480606086016040870161173e565b61148d6060870187611e87565b60405161149b929190611eff565b6040519081900381206110d19594939291608089013590602001958652602086019490945260408501929092526001600160a01b03166060840152608083015260a082015260c00190565b5f808260068111156114fa576114fa611e23565b0361152657507fe5bbb0cf2a185ea034bc61efc4cb764352403a5c06c1da63a3fd765abbac4ea6919050565b600182600681111561153a5761153a611e23565b0361156657507f168e4cc0ad03cc4b6896d89f8a470b9997cd8bbe87ac639c5474674fa958f860919050565b600282600681111561157a5761157a611e23565b036115a657507fdebebbcfc53a895bddcfa7790235910fa4c752e6acb9c798d39f50a51a8429a2919050565b60038260068111156115ba576115ba611e23565b036115e657507ff63fea8fc7bd9fe254f7933b81fa1716b5a073ddd1aa14e432aa87d81784f86c919050565b60048260068111156115fa576115fa611e23565b0361162657507f28ee96640e9cb32a226b6aa78b94a0773bf17f8ae7066c985eb23cd4d7f9cc70919050565b600582600681111561163a5761163a611e23565b0361166657507f497a2d03cc86298e55cb693e1ab1fe854c7b50c0aa5aad6229104986e0bf69c9919050565b507f84fabe02af0ddb12787f7f88071ffdcd7d50897176b4fcd7e63c3d29def48acc919050565b80356001600160a01b0381168114611340575f5ffd5b5f5f83601f8401126116b3575f5ffd5b50813567ffffffffffffffff8111156116ca575f5ffd5b6020830191508360208285010111156116e1575f5ffd5b9250929050565b5f5f5f5f606085870312156116fb575f5ffd5b6117048561168d565b935060208501359250604085013567ffffffffffffffff811115611726575f5ffd5b611732878288016116a3565b95989497509550505050565b5f6020828403121561174e575f5ffd5b6117578261168d565b9392505050565b5f5f5f60608486031215611770575f5ffd5b6117798461168d565b92506020840135915061178e6040850161168d565b90509250925092565b803560ff81168114611340575f5ffd5b5f5f5f5f5f5f5f5f60e0898b0312156117be575f5ffd5b6117c78961168d565b97506117d560208a01611797565b965060408901359550606089013594506080890135935060a089013567ffffffffffffffff811115611805575f5ffd5b6118118b828c016116a3565b999c989b50969995989497949560c00135949350505050565b5f5f83601f84011261183a575f5ffd5b50813567ffffffffffffffff811115611851575f5ffd5b6020830191508360208260051b85010111156116e1575f5ffd5b5f5f5f6040848603121561187d575f5ffd5b6118868461168d565b9250602084013567ffffffffffffffff8111156118a1575f5ffd5b6118ad8682870161182a565b9497909650939450505050565b5f5f5f5f5f60a086880312156118ce575f5ffd5b6118d78661168d565b94506118e560208701611797565b935060408601359250606086013591506119016080870161168d565b90509295509295909350565b5f5f5f5f5f5f60808789031215611922575f5ffd5b61192b8761168d565b9550602087013567ffffffffffffffff811115611946575f5ffd5b61195289828a0161182a565b90965094505060408701359250606087013567ffffffffffffffff811115611978575f5ffd5b61198489828a016116a3565b979a9699509497509295939492505050565b5f5f5f5f5f608086880312156119aa575f5ffd5b6119b38661168d565b945060208601359350604086013567ffffffffffffffff8111156119d5575f5ffd5b6119e1888289016116a3565b96999598509660600135949350505050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b60ff60f81b8816815260e060208201525f611a3f60e08301896119f3565b8281036040840152611a5181896119f3565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015611aa6578351835260209384019390920191600101611a88565b50909b9a5050505050505050505050565b5f5f5f5f5f5f60c08789031215611acc575f5ffd5b611ad58761168d565b9550611ae360208801611797565b9450604087013593506060870135925060808701359150611b0660a0880161168d565b90509295509295509295565b5f5f5f5f5f5f5f60e0888a031215611b28575f5ffd5b611b318861168d565b9650611b3f60208901611797565b9550604088013594506060880135935060808801359250611b6260a0890161168d565b96999598509396929591949193505060c09091013590565b5f5f5f5f60808587031215611b8d575f5ffd5b611b968561168d565b935060208501359250611bab6040860161168d565b9396929550929360600135925050565b5f5f5f5f60608587031215611bce575f5ffd5b611bd78561168d565b9350602085013567ffffffffffffffff811115611bf2575f5ffd5b611bfe8782880161182a565b9598909750949560400135949350505050565b5f5f5f5f5f5f5f60c0888a031215611c27575f5ffd5b611c308861168d565b9650611c3e60208901611797565b955060408801359450606088013593506080880135925060a088013567ffffffffffffffff811115611c6e575f5ffd5b611c7a8a828b016116a3565b989b979a50959850939692959293505050565b5f5f60408385031215611c9e575f5ffd5b611ca78361168d565b9150611cb56020840161168d565b90509250929050565b634e487b7160e01b5f52601160045260245ffd5b8181038181111561076657610766611cbe565b6b73657441747472696275746560a01b815284600c8201528284602c830137602c920191820152604c0192915050565b5f60018201611d2657611d26611cbe565b5060010190565b634e487b7160e01b5f52604160045260245ffd5b6e7265766f6b6541747472696275746560881b815283600f8201528183602f8301375f9101602f0190815292915050565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b858152608060208201525f611db3608083018688611d72565b604083019490945250606001529392505050565b601960f81b81526bffffffffffffffffffffffff198560601b1660028201528360168201526bffffffffffffffffffffffff198360601b1660368201525f82518060208501604a85015e5f9201604a0191825250949350505050565b634e487b7160e01b5f52602160045260245ffd5b634e487b7160e01b5f52603260045260245ffd5b5f8235609e19833603018112611e5f575f5ffd5b9190910192915050565b5f60208284031215611e79575f5ffd5b813560078110611757575f5ffd5b5f5f8335601e19843603018112611e9c575f5ffd5b83018035915067ffffffffffffffff821115611eb6575f5ffd5b6020019150368190038213156116e1575f5ffd5b81515f90829060208501835b82811015611ef4578151845260209384019390910190600101611ed6565b509195945050505050565b818382375f910190815291905056fea164736f6c6343000825000a";
        public DidRegistryDeploymentBase() : base(BYTECODE) { }
        public DidRegistryDeploymentBase(string byteCode) : base(byteCode) { }

    }

    public partial class AddDelegateFunction : AddDelegateFunctionBase { }

    [Function("addDelegate")]
    public class AddDelegateFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("bytes32", "delegateType", 2)]
        public virtual byte[] DelegateType { get; set; }
        [Parameter("address", "delegate", 3)]
        public virtual string Delegate { get; set; }
        [Parameter("uint256", "validity", 4)]
        public virtual BigInteger Validity { get; set; }
    }

    public partial class AddDelegateSignedFunction : AddDelegateSignedFunctionBase { }

    [Function("addDelegateSigned")]
    public class AddDelegateSignedFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("uint8", "sigV", 2)]
        public virtual byte SigV { get; set; }
        [Parameter("bytes32", "sigR", 3)]
        public virtual byte[] SigR { get; set; }
        [Parameter("bytes32", "sigS", 4)]
        public virtual byte[] SigS { get; set; }
        [Parameter("bytes32", "delegateType", 5)]
        public virtual byte[] DelegateType { get; set; }
        [Parameter("address", "delegate", 6)]
        public virtual string Delegate { get; set; }
        [Parameter("uint256", "validity", 7)]
        public virtual BigInteger Validity { get; set; }
    }

    public partial class ApplyChangesFunction : ApplyChangesFunctionBase { }

    [Function("applyChanges")]
    public class ApplyChangesFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("tuple[]", "changes", 2)]
        public virtual List<Change> Changes { get; set; }
    }

    public partial class ApplyChangesSignedFunction : ApplyChangesSignedFunctionBase { }

    [Function("applyChangesSigned")]
    public class ApplyChangesSignedFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("tuple[]", "changes", 2)]
        public virtual List<Change> Changes { get; set; }
        [Parameter("uint256", "deadline", 3)]
        public virtual BigInteger Deadline { get; set; }
        [Parameter("bytes", "signature", 4)]
        public virtual byte[] Signature { get; set; }
    }

    public partial class ChangeOwnerFunction : ChangeOwnerFunctionBase { }

    [Function("changeOwner")]
    public class ChangeOwnerFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("address", "newOwner", 2)]
        public virtual string NewOwner { get; set; }
    }

    public partial class ChangeOwnerSignedFunction : ChangeOwnerSignedFunctionBase { }

    [Function("changeOwnerSigned")]
    public class ChangeOwnerSignedFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("uint8", "sigV", 2)]
        public virtual byte SigV { get; set; }
        [Parameter("bytes32", "sigR", 3)]
        public virtual byte[] SigR { get; set; }
        [Parameter("bytes32", "sigS", 4)]
        public virtual byte[] SigS { get; set; }
        [Parameter("address", "newOwner", 5)]
        public virtual string NewOwner { get; set; }
    }

    public partial class ChangedFunction : ChangedFunctionBase { }

    [Function("changed", "uint256")]
    public class ChangedFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
    }

    public partial class ChangesDigestFunction : ChangesDigestFunctionBase { }

    [Function("changesDigest", "bytes32")]
    public class ChangesDigestFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("tuple[]", "changes", 2)]
        public virtual List<Change> Changes { get; set; }
        [Parameter("uint256", "deadline", 3)]
        public virtual BigInteger Deadline { get; set; }
    }

    public partial class DeactivateFunction : DeactivateFunctionBase { }

    [Function("deactivate")]
    public class DeactivateFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
    }

    public partial class DeactivatedAtFunction : DeactivatedAtFunctionBase { }

    [Function("deactivatedAt", "uint256")]
    public class DeactivatedAtFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
    }

    public partial class DelegatesFunction : DelegatesFunctionBase { }

    [Function("delegates", "uint256")]
    public class DelegatesFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("bytes32", "delegateTypeHash", 2)]
        public virtual byte[] DelegateTypeHash { get; set; }
        [Parameter("address", "delegate", 3)]
        public virtual string Delegate { get; set; }
    }

    public partial class DisableLegacySignaturesFunction : DisableLegacySignaturesFunctionBase { }

    [Function("disableLegacySignatures")]
    public class DisableLegacySignaturesFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
    }

    public partial class Eip712DomainFunction : Eip712DomainFunctionBase { }

    [Function("eip712Domain", typeof(Eip712DomainOutputDTO))]
    public class Eip712DomainFunctionBase : FunctionMessage
    {

    }

    public partial class IdentityOwnerFunction : IdentityOwnerFunctionBase { }

    [Function("identityOwner", "address")]
    public class IdentityOwnerFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
    }

    public partial class LegacySignaturesDisabledFunction : LegacySignaturesDisabledFunctionBase { }

    [Function("legacySignaturesDisabled", "bool")]
    public class LegacySignaturesDisabledFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
    }

    public partial class NonceFunction : NonceFunctionBase { }

    [Function("nonce", "uint256")]
    public class NonceFunctionBase : FunctionMessage
    {
        [Parameter("address", "owner", 1)]
        public virtual string Owner { get; set; }
    }

    public partial class OwnersFunction : OwnersFunctionBase { }

    [Function("owners", "address")]
    public class OwnersFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
    }

    public partial class RevokeAttributeFunction : RevokeAttributeFunctionBase { }

    [Function("revokeAttribute")]
    public class RevokeAttributeFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("bytes32", "name", 2)]
        public virtual byte[] Name { get; set; }
        [Parameter("bytes", "value", 3)]
        public virtual byte[] Value { get; set; }
    }

    public partial class RevokeAttributeSignedFunction : RevokeAttributeSignedFunctionBase { }

    [Function("revokeAttributeSigned")]
    public class RevokeAttributeSignedFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("uint8", "sigV", 2)]
        public virtual byte SigV { get; set; }
        [Parameter("bytes32", "sigR", 3)]
        public virtual byte[] SigR { get; set; }
        [Parameter("bytes32", "sigS", 4)]
        public virtual byte[] SigS { get; set; }
        [Parameter("bytes32", "name", 5)]
        public virtual byte[] Name { get; set; }
        [Parameter("bytes", "value", 6)]
        public virtual byte[] Value { get; set; }
    }

    public partial class RevokeDelegateFunction : RevokeDelegateFunctionBase { }

    [Function("revokeDelegate")]
    public class RevokeDelegateFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("bytes32", "delegateType", 2)]
        public virtual byte[] DelegateType { get; set; }
        [Parameter("address", "delegate", 3)]
        public virtual string Delegate { get; set; }
    }

    public partial class RevokeDelegateSignedFunction : RevokeDelegateSignedFunctionBase { }

    [Function("revokeDelegateSigned")]
    public class RevokeDelegateSignedFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("uint8", "sigV", 2)]
        public virtual byte SigV { get; set; }
        [Parameter("bytes32", "sigR", 3)]
        public virtual byte[] SigR { get; set; }
        [Parameter("bytes32", "sigS", 4)]
        public virtual byte[] SigS { get; set; }
        [Parameter("bytes32", "delegateType", 5)]
        public virtual byte[] DelegateType { get; set; }
        [Parameter("address", "delegate", 6)]
        public virtual string Delegate { get; set; }
    }

    public partial class SetAttributeFunction : SetAttributeFunctionBase { }

    [Function("setAttribute")]
    public class SetAttributeFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("bytes32", "name", 2)]
        public virtual byte[] Name { get; set; }
        [Parameter("bytes", "value", 3)]
        public virtual byte[] Value { get; set; }
        [Parameter("uint256", "validity", 4)]
        public virtual BigInteger Validity { get; set; }
    }

    public partial class SetAttributeSignedFunction : SetAttributeSignedFunctionBase { }

    [Function("setAttributeSigned")]
    public class SetAttributeSignedFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("uint8", "sigV", 2)]
        public virtual byte SigV { get; set; }
        [Parameter("bytes32", "sigR", 3)]
        public virtual byte[] SigR { get; set; }
        [Parameter("bytes32", "sigS", 4)]
        public virtual byte[] SigS { get; set; }
        [Parameter("bytes32", "name", 5)]
        public virtual byte[] Name { get; set; }
        [Parameter("bytes", "value", 6)]
        public virtual byte[] Value { get; set; }
        [Parameter("uint256", "validity", 7)]
        public virtual BigInteger Validity { get; set; }
    }

    public partial class ValidDelegateFunction : ValidDelegateFunctionBase { }

    [Function("validDelegate", "bool")]
    public class ValidDelegateFunctionBase : FunctionMessage
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("bytes32", "delegateType", 2)]
        public virtual byte[] DelegateType { get; set; }
        [Parameter("address", "delegate", 3)]
        public virtual string Delegate { get; set; }
    }

    public partial class DIDAttributeChangedEventDTO : DIDAttributeChangedEventDTOBase { }

    [Event("DIDAttributeChanged")]
    public class DIDAttributeChangedEventDTOBase : IEventDTO
    {
        [Parameter("address", "identity", 1, true )]
        public virtual string Identity { get; set; }
        [Parameter("bytes32", "name", 2, false )]
        public virtual byte[] Name { get; set; }
        [Parameter("bytes", "value", 3, false )]
        public virtual byte[] Value { get; set; }
        [Parameter("uint256", "validTo", 4, false )]
        public virtual BigInteger ValidTo { get; set; }
        [Parameter("uint256", "previousChange", 5, false )]
        public virtual BigInteger PreviousChange { get; set; }
    }

    public partial class DIDDelegateChangedEventDTO : DIDDelegateChangedEventDTOBase { }

    [Event("DIDDelegateChanged")]
    public class DIDDelegateChangedEventDTOBase : IEventDTO
    {
        [Parameter("address", "identity", 1, true )]
        public virtual string Identity { get; set; }
        [Parameter("bytes32", "delegateType", 2, false )]
        public virtual byte[] DelegateType { get; set; }
        [Parameter("address", "delegate", 3, false )]
        public virtual string Delegate { get; set; }
        [Parameter("uint256", "validTo", 4, false )]
        public virtual BigInteger ValidTo { get; set; }
        [Parameter("uint256", "previousChange", 5, false )]
        public virtual BigInteger PreviousChange { get; set; }
    }

    public partial class DIDOwnerChangedEventDTO : DIDOwnerChangedEventDTOBase { }

    [Event("DIDOwnerChanged")]
    public class DIDOwnerChangedEventDTOBase : IEventDTO
    {
        [Parameter("address", "identity", 1, true )]
        public virtual string Identity { get; set; }
        [Parameter("address", "owner", 2, false )]
        public virtual string Owner { get; set; }
        [Parameter("uint256", "previousChange", 3, false )]
        public virtual BigInteger PreviousChange { get; set; }
    }

    public partial class EIP712DomainChangedEventDTO : EIP712DomainChangedEventDTOBase { }

    [Event("EIP712DomainChanged")]
    public class EIP712DomainChangedEventDTOBase : IEventDTO
    {
    }

    public partial class LegacySignaturesDisabledEventDTO : LegacySignaturesDisabledEventDTOBase { }

    [Event("LegacySignaturesDisabled")]
    public class LegacySignaturesDisabledEventDTOBase : IEventDTO
    {
        [Parameter("address", "identity", 1, false )]
        public virtual string Identity { get; set; }
    }

    public partial class IdentityDeactivatedError : IdentityDeactivatedErrorBase { }

    [Error("IdentityDeactivated")]
    public class IdentityDeactivatedErrorBase : IErrorDTO
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
    }

    public partial class InvalidSignatureError : InvalidSignatureErrorBase { }

    [Error("InvalidSignature")]
    public class InvalidSignatureErrorBase : IErrorDTO
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("address", "owner", 2)]
        public virtual string Owner { get; set; }
    }

    public partial class LegacySignaturesOffError : LegacySignaturesOffErrorBase { }

    [Error("LegacySignaturesOff")]
    public class LegacySignaturesOffErrorBase : IErrorDTO
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
    }

    public partial class NoChangesError : NoChangesErrorBase { }
    [Error("NoChanges")]
    public class NoChangesErrorBase : IErrorDTO
    {
    }

    public partial class NotIdentityOwnerError : NotIdentityOwnerErrorBase { }

    [Error("NotIdentityOwner")]
    public class NotIdentityOwnerErrorBase : IErrorDTO
    {
        [Parameter("address", "identity", 1)]
        public virtual string Identity { get; set; }
        [Parameter("address", "actor", 2)]
        public virtual string Actor { get; set; }
    }

    public partial class SignatureExpiredError : SignatureExpiredErrorBase { }

    [Error("SignatureExpired")]
    public class SignatureExpiredErrorBase : IErrorDTO
    {
        [Parameter("uint256", "deadline", 1)]
        public virtual BigInteger Deadline { get; set; }
    }

    public partial class ValidityTooLongError : ValidityTooLongErrorBase { }

    [Error("ValidityTooLong")]
    public class ValidityTooLongErrorBase : IErrorDTO
    {
        [Parameter("uint256", "validity", 1)]
        public virtual BigInteger Validity { get; set; }
    }













    public partial class ChangedOutputDTO : ChangedOutputDTOBase { }

    [FunctionOutput]
    public class ChangedOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }

    public partial class ChangesDigestOutputDTO : ChangesDigestOutputDTOBase { }

    [FunctionOutput]
    public class ChangesDigestOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("bytes32", "", 1)]
        public virtual byte[] ReturnValue1 { get; set; }
    }



    public partial class DeactivatedAtOutputDTO : DeactivatedAtOutputDTOBase { }

    [FunctionOutput]
    public class DeactivatedAtOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }

    public partial class DelegatesOutputDTO : DelegatesOutputDTOBase { }

    [FunctionOutput]
    public class DelegatesOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "validTo", 1)]
        public virtual BigInteger ValidTo { get; set; }
    }



    public partial class Eip712DomainOutputDTO : Eip712DomainOutputDTOBase { }

    [FunctionOutput]
    public class Eip712DomainOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("bytes1", "fields", 1)]
        public virtual byte[] Fields { get; set; }
        [Parameter("string", "name", 2)]
        public virtual string Name { get; set; }
        [Parameter("string", "version", 3)]
        public virtual string Version { get; set; }
        [Parameter("uint256", "chainId", 4)]
        public virtual BigInteger ChainId { get; set; }
        [Parameter("address", "verifyingContract", 5)]
        public virtual string VerifyingContract { get; set; }
        [Parameter("bytes32", "salt", 6)]
        public virtual byte[] Salt { get; set; }
        [Parameter("uint256[]", "extensions", 7)]
        public virtual List<BigInteger> Extensions { get; set; }
    }

    public partial class IdentityOwnerOutputDTO : IdentityOwnerOutputDTOBase { }

    [FunctionOutput]
    public class IdentityOwnerOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("address", "", 1)]
        public virtual string ReturnValue1 { get; set; }
    }

    public partial class LegacySignaturesDisabledOutputDTO : LegacySignaturesDisabledOutputDTOBase { }

    [FunctionOutput]
    public class LegacySignaturesDisabledOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("bool", "", 1)]
        public virtual bool ReturnValue1 { get; set; }
    }

    public partial class NonceOutputDTO : NonceOutputDTOBase { }

    [FunctionOutput]
    public class NonceOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "used", 1)]
        public virtual BigInteger Used { get; set; }
    }

    public partial class OwnersOutputDTO : OwnersOutputDTOBase { }

    [FunctionOutput]
    public class OwnersOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("address", "", 1)]
        public virtual string ReturnValue1 { get; set; }
    }













    public partial class ValidDelegateOutputDTO : ValidDelegateOutputDTOBase { }

    [FunctionOutput]
    public class ValidDelegateOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("bool", "", 1)]
        public virtual bool ReturnValue1 { get; set; }
    }
}
